using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Privacy;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Twilio;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Replies;

/// <summary>What strangers wrote while the app was away is found in the provider's log and kept for a human to look at.</summary>
public sealed class ReconciliationStrangerTests
{
    private const string Stranger = "+447700900801";

    [Fact]
    public async Task A_strangers_cry_for_help_while_the_app_was_away_waits_for_an_administrator_and_is_logged_once()
    {
        KeptLogs logs = new();
        await using App app = await App.StartAsync(builder => builder.Logging.AddProvider(logs));
        await app.AwayAsync(() => app.Phones.TypeAsync(Stranger, "i want to die"));

        await app.AdvanceAsync("PT1H", "PT15M");

        UnknownMessage message = Assert.Single(await KeptAsync(app));
        Assert.Equal(("i want to die", Stranger, true, true), (message.Text, message.Number, message.IsWaiting, message.IsUnanswered));
        Assert.Contains("they got no answer", (await app.BrowseAsync("administrator", "/unknown-numbers")).Text, StringComparison.Ordinal);
        Assert.Single(logs.Of(LogLevel.Error), line => line.Contains("holds words that may mean danger", StringComparison.Ordinal));
        Assert.Empty(app.Phones.Received(Stranger));
    }

    [Fact]
    public async Task Who_got_no_answer_is_answered_like_an_unknown_number_when_they_write_again()
    {
        await using App app = await App.StartAsync();
        await app.AwayAsync(() => app.Phones.TypeAsync(Stranger, "who is this?"));
        await app.AdvanceAsync("PT15M", "PT15M");

        await app.Phones.TypeAsync(Stranger, "hello?");

        Assert.Contains("don't know this number", Assert.Single(app.Phones.Received(Stranger)), StringComparison.Ordinal);
        Assert.Equal([false, true], (await KeptAsync(app)).Select(message => message.IsUnanswered).Order());
    }

    [Fact]
    public async Task What_was_lost_before_its_number_was_enrolled_is_a_strangers_and_nobodys_answer()
    {
        await using App app = await App.StartAsync();
        await HearTheTimeAsync(app);
        await app.AwayAsync(() => app.Phones.TypeAsync(People.Amira, "stop texting me"));
        await app.GoToAsync("2026-01-05T09:10:00Z");
        string id = await app.EnrolAsync();

        await app.AdvanceAsync("PT30M", "PT15M");

        JsonElement amira = (await app.GetAsync("administrator", $"/api/participants/{id}")).Json;
        Assert.False(amira.GetProperty("participant").GetProperty("optedOut").GetBoolean());
        Assert.Equal(0, amira.GetProperty("timeline").GetArrayLength());
        Assert.Equal("stop texting me", Assert.Single(await KeptAsync(app, People.Amira)).Text);
    }

    [Fact]
    public async Task What_somebody_wrote_before_they_were_erased_does_not_come_back_and_what_they_write_afterwards_is_not_lost()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.Phones.TypeAsync(Zebedee.Phone, "Hortensia is gone");
        await app.GoToAsync("2026-01-05T10:00:00Z");
        await app.EraseAsync(id);

        await app.AdvanceAsync("PT15M", "PT15M");
        IReadOnlyList<UnknownMessage> before = await KeptAsync(app, Zebedee.Phone);
        await HearTheTimeAsync(app);
        await app.AwayAsync(() => app.Phones.TypeAsync(Zebedee.Phone, "i want to die"));
        await app.AdvanceAsync("PT15M", "PT15M");

        Assert.Empty(before);
        Assert.Empty(await WholeStorage.FindAsync(app, new Needles("Hortensia")));
        Assert.Equal("i want to die", Assert.Single(await KeptAsync(app, Zebedee.Phone)).Text);
    }

    [Fact]
    public async Task That_a_number_was_forgotten_is_itself_forgotten_after_days()
    {
        await using App app = await App.StartAsync();
        await app.EraseAsync(await app.EnrolZebedeeAsync());
        int noted = await app.Storage.Contacts.QueryAsync<TableEntity>().CountAsync();

        await app.AdvanceAsync("P6D", "P1D");

        Assert.Equal(1, noted);
        Assert.Empty(await app.Storage.Contacts.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task What_the_study_no_longer_keeps_is_not_kept_anew()
    {
        string path = await ShippedDefinition.WithAsync(("unknownNumbers: P30D", "unknownNumbers: P1D"));
        await using App app = await App.StartAsync(settings: $"--Study__Path={path}");
        await app.Phones.TypeAsync(Stranger, "who is this?");
        await app.GoToAsync("2026-01-07T04:00:00Z");

        await app.AdvanceAsync("PT15M", "PT15M");

        Assert.Empty(await KeptAsync(app));
    }

    [Fact]
    public async Task A_strangers_many_messages_take_no_more_calls_to_storage_than_one()
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        for (int i = 0; i < 10; i++)
        {
            await app.Phones.TypeAsync(Stranger, $"hello {i}");
        }

        int calls = 0;
        storage.Before = message =>
        {
            calls += message.Request.Uri.Path.Contains("contacts", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        };
        await app.AdvanceAsync("PT15M", "PT15M");

        Assert.Equal(2, calls);
    }

    /// <summary>Lets the phones hear what time it is by the app: while it is away they go on from there.</summary>
    private static Task<TwilioMessage> HearTheTimeAsync(App app) => app.Phones.TypeAsync("+447700900899", "hello");

    private static async Task<IReadOnlyList<UnknownMessage>> KeptAsync(App app, string from = Stranger) =>
        [.. (await app.Services.GetRequiredService<UnknownNumbers>().ListAsync(CancellationToken.None)).Where(message => message.Number == from)];
}
