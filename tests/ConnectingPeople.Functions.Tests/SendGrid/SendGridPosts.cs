using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.SendGrid;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.SendGrid;

/// <summary>Events as SendGrid posts them, with whatever a test puts in.</summary>
public static class SendGridPosts
{
    public const string Events = "/webhooks/sendgrid/events";

    private static int staff;

    public static string Key { get; } = new SimulatorOptions().EventKey;

    /// <summary>One event of an email to a member of staff.</summary>
    public static Dictionary<string, object> Event(string kind, string at, string to = People.Practitioner, string? id = null) => new()
    {
        ["email"] = to,
        ["timestamp"] = Seconds(at),
        ["event"] = kind,
        ["sg_event_id"] = id ?? $"{Guid.NewGuid():N}",
        ["sg_message_id"] = "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0",
        ["smtp-id"] = "<14c5d75ce93.dfd.64b469@ismtpd-555>",
        ["reason"] = "550 5.1.1 nobody there",
        ["staff"] = to,
    };

    public static long Seconds(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    /// <summary>Posts events, signed now by the app's clock.</summary>
    public static Task<Answer> PostEventsAsync(this App app, params object[] events) => app.PostEventsAsync(JsonSerializer.Serialize(events));

    /// <summary>Posts a body, signed now by the app's clock.</summary>
    public static Task<Answer> PostEventsAsync(this App app, string body, string type = "application/json")
    {
        string timestamp = app.Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return app.PostEventsAsync(Encoding.UTF8.GetBytes(body), timestamp, EventSignature.Of(body, timestamp, Key), type);
    }

    /// <summary>Posts a body with that timestamp and signature.</summary>
    public static async Task<Answer> PostEventsAsync(this App app, byte[] body, string? timestamp, string? signature, string type = "application/json")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Events) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (timestamp is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        }

        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", signature);
        }

        using HttpResponseMessage response = await app.Http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }

    /// <summary>Adds a member of staff whom no other test knows.</summary>
    public static async Task<string> AddColleagueAsync(this App app)
    {
        string email = $"colleague{Interlocked.Increment(ref staff)}@example.org";
        await app.SaveColleagueAsync(email);
        return email;
    }

    public static Task SaveColleagueAsync(this App app, string email) =>
        app.PutAsync("administrator", $"/api/staff/{email}", new { name = "Sam", agencyId = "north", role = "practitioner" });

    public static async Task<bool> EmailFailsAsync(this App app, string email) =>
        (await app.Services.GetRequiredService<AgencyStore>().FindStaffAsync(email, CancellationToken.None))!.EmailFails;

    /// <summary>The row of a member of staff as it lies in storage.</summary>
    public static async Task<TableEntity> StaffRowAsync(this App app, string email) =>
        (await app.Storage.Staff.GetEntityAsync<TableEntity>(email, "staff")).Value;
}
