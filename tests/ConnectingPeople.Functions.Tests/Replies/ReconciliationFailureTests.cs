using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Replies;

/// <summary>What can't be taken from the provider's log stops nobody else's, is seen, and is tried again.</summary>
public sealed class ReconciliationFailureTests
{
    private const string Ben = "+447700900124";

    [Fact]
    public async Task A_person_whose_state_cannot_be_read_keeps_nobody_else_from_being_heard()
    {
        KeptLogs logs = new();
        await using App app = await App.StartAsync(builder => builder.Logging.AddProvider(logs));
        string id = await app.EnrolAsync();
        string ben = await app.EnrolAsync(Ben, "Ben Okri");
        string lost = "";
        await app.AwayAsync(async () =>
        {
            await app.Phones.TypeAsync(Ben, "i want to die");
            lost = (await app.Phones.TypeAsync(People.Amira, "hello Hortensia")).Sid;
        });
        await app.Storage.Participants.UpsertEntityAsync(new TableEntity(id, "participant") { ["State"] = "{" }, TableUpdateMode.Merge);

        await app.AdvanceAsync("PT15M", "PT15M");

        Assert.Equal(["risk-phrase"], await RulesAsync(app, ben));
        IReadOnlyList<string> errors = logs.Of(LogLevel.Error);
        Assert.Contains(errors, line => line.Contains($"Message {lost} in the provider's log couldn't be recovered", StringComparison.Ordinal));
        Assert.Contains(errors, line => line.Contains("AggregateException: Messages couldn't be recovered (failures: 1)", StringComparison.Ordinal));
        Assert.Empty(errors.SelectMany(new Needles(People.Amira, "Hortensia").In));
    }

    [Fact]
    public async Task What_somebody_wrote_after_a_message_that_cannot_be_stored_waits_for_it_so_that_all_keep_their_order()
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.AwayAsync(async () =>
        {
            await app.Phones.TypeAsync(People.Amira, "getting there");
            await app.Phones.TypeAsync(People.Amira, "4");
        });

        storage.Before = message => FailWhere(message, "getting there");
        await app.AdvanceAsync("PT15M", "PT15M");
        int taken = (await app.RowsOfAsync(id, "message|SM")).Count;
        storage.Before = _ => Task.CompletedTask;
        await app.AdvanceAsync("PT15M", "PT15M");

        JsonElement amira = (await app.GetAsync("administrator", $"/api/participants/{id}")).Json;
        JsonElement weekly = amira.GetProperty("checkIns").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "weekly-2026-01-08");
        Assert.Equal(0, taken);
        Assert.Equal(["3"], weekly.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task A_message_that_never_can_be_stored_does_not_hold_a_cry_for_help_back_for_ever()
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        string id = await app.EnrolAsync();
        await app.AwayAsync(async () =>
        {
            await app.Phones.TypeAsync(People.Amira, "getting there");
            await app.Phones.TypeAsync(People.Amira, "i want to die");
        });

        storage.Before = message => FailWhere(message, "getting there");
        await app.AdvanceAsync("PT30M", "PT15M");

        Assert.Equal(["risk-phrase"], await RulesAsync(app, id));
    }

    private static async Task<IReadOnlyList<string?>> RulesAsync(App app, string id) =>
        [.. (await app.GetAsync("administrator", $"/api/participants/{id}")).Json.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("rule").GetString())];

    /// <summary>Refuses to store what holds those words.</summary>
    private static async Task FailWhere(HttpMessage message, string words)
    {
        using MemoryStream body = new();
        await (message.Request.Content?.WriteToAsync(body, CancellationToken.None) ?? Task.CompletedTask);
        if (Encoding.UTF8.GetString(body.ToArray()).Contains(words, StringComparison.Ordinal))
        {
            throw new CrashException();
        }
    }
}
