using Azure.Data.Tables;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>What became of messages, as the provider and as the app see it.</summary>
public static class Deliveries
{
    /// <summary>What the provider took to send to a phone, direct replies left out.</summary>
    public static IReadOnlyList<TwilioMessage> Taken(this App app, string phone = People.Amira) =>
        [.. app.Phones.Messages.Thread(phone).Where(message => message.Direction == MessageDirection.OutboundApi)];

    /// <summary>The person as staff see them.</summary>
    public static async Task<System.Text.Json.JsonElement> PersonAsync(this App app, string id) =>
        (await app.GetAsync("administrator", $"/api/participants/{id}")).Json;

    /// <summary>Where each outgoing message stands, in the order of time.</summary>
    public static async Task<string?[]> StatusesAsync(this App app, string id) =>
        [.. (await app.PersonAsync(id)).GetProperty("timeline").EnumerateArray()
            .Where(message => message.GetProperty("direction").GetString() == "out")
            .Select(message => message.GetProperty("status").GetString())];

    /// <summary>The rules that raised alerts, in the order of their ids.</summary>
    public static async Task<string?[]> AlertsAsync(this App app, string id) =>
        [.. (await app.PersonAsync(id)).GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("rule").GetString())];

    /// <summary>The row of one of a person's messages.</summary>
    public static async Task<TableEntity> MessageAsync(this App app, string id, string message) =>
        await app.Storage.Participants.GetEntityAsync<TableEntity>(id, $"message|{message}");
}
