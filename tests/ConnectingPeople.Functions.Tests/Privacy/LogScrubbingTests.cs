using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Net;
using ConnectingPeople.Functions.Tests.Alerts;
using ConnectingPeople.Functions.Tests.FollowUps;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>
/// The whole story of a person, with everything going wrong that may, while every log is kept at its most talkative: nothing in it tells
/// who they are or what they said.
/// </summary>
public sealed class LogScrubbingTests
{
    private const string EmailPerson = "ottilie.w@example.org";

    private static readonly string[] Private =
    [
        .. Zebedee.Traces, "zebedee.q", EmailPerson, "ottilie", "Whortleberry", "+447700900500", "7700900500", "Persephone",
        "I want to die", "call me, ",
    ];

    [Fact]
    public async Task No_log_trace_or_event_of_the_whole_story_tells_a_name_a_number_an_address_or_a_word_that_anybody_wrote()
    {
        KeptLogs logs = new();
        using KeptTraces traces = new();
        StorageObserver storage = new();
        await using App app = await App.StartAsync(
            builder =>
            {
                builder.Logging.AddProvider(logs);
                builder.Services.PostConfigure<LoggerFilterOptions>(filters =>
                {
                    filters.Rules.Clear();
                    filters.MinLevel = LogLevel.Trace;
                });
            },
            observer: storage,
            settings: ["--DigestSchedule=0 30 7 * * 1"]);

        await LiveAndFailAsync(app, storage);

        Assert.True(logs.All.Count > 500, $"{logs.All.Count} lines");
        Assert.NotEmpty(logs.Of(LogLevel.Trace));
        Assert.NotEmpty(logs.Of(LogLevel.Error));
        Assert.NotEmpty(traces.All);
        Needles needles = new(Private);
        Assert.Empty(logs.All.SelectMany(line => needles.In(line).Select(found => $"{found} in: {line}")).Take(10));
        Assert.Empty(traces.All.SelectMany(line => needles.In(line).Select(found => $"{found} in: {line}")).Take(10));
    }

    [Fact]
    public void Words_are_found_in_every_form_in_which_they_could_hide() => Assert.All(
        (string[])
        [
            "x Zebedée y", "ZEBEDÉE", "\"Zebed\\u00E9e\"", "?name=Zebed%C3%A9e", "Zebed&#233;e", "Zebed&#xE9;e", "5A656265", "x", Base64("a Zebedée b"), Base64("ab Zebedée b"), Base64("abc Zebedée b"),
        ],
        hidden => Assert.Equal(hidden is not ("x" or "5A656265"), new Needles("Zebedée").In(hidden).Any()));

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    private static async Task LiveAndFailAsync(App app, StorageObserver storage)
    {
        await EnrolBadlyAsync(app);
        string id = await app.EnrolZebedeeAsync();
        string emailId = await app.EnrolByEmailAsync(EmailPerson);
        app.Phones.Failures.Set(EmailPerson, Failure.Bounce, 1);
        await app.LiveAsync(id);
        await FailAtProvidersAsync(app);
        await FailAtStorageAsync(app, storage);
        await app.TextAsync("+447700900500", "I want to die, Persephone");
        await app.PostSignedAsync(TwilioPosts.Messages, TwilioPosts.Text(Zebedee.Phone, "Hortensia"), "forged");
        await app.PostAsync(null, "/webhooks/sendgrid/events", "[{\"email\":\"ottilie.w@example.org\"}]");
        await app.GetAsync("administrator", $"/api/participants/{id}/record");
        PageAnswer picked = await app.SendFormAsync(Team.AsPat, "/caseload", "/caseload", ("search", "Quillfeather"));
        Assert.Contains("Quillfeather", (await app.BrowseAsync(Team.AsPat, picked.Location)).Text, StringComparison.Ordinal);
        await app.PostAsync("administrator", "/api/study/try-reply", new { question = "people", reply = "about 4 I think, Hortensia" });
        await app.ExportAsync();
        await app.GoToAsync("2026-02-09T08:00:00Z");
        await app.PostAsync(null, "/admin/functions/ReconcileReplies", new { input = "" });
        await app.PostAsync("administrator", "/api/contacts/re-encrypt");
        await app.PostAsync("administrator", $"/api/participants/{emailId}/withdraw", new { });
        await app.EraseAsync(id);
        await app.TextAsync(Zebedee.Phone, "It is me, Hortensia");
        await app.GoToAsync("2027-03-01T09:00:00Z");
    }

    private static async Task EnrolBadlyAsync(App app)
    {
        await app.AddTeamAsync();
        Dictionary<string, object?> bad = People.Form("0770 Zebedée", "Zebedée \u0007 Quillfeather");
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync("administrator", "/api/participants", bad)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync("administrator", "/api/participants", "{\"name\":\"Zebedée Quillfeather")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync("administrator", "/api/participants/import", "name,phone\nZebedée Quillfeather,+447700900777\n")).Status);
    }

    private static async Task FailAtProvidersAsync(App app)
    {
        string[] thursdays = ["22", "29"];
        Failure[] failures = [Failure.NoAnswer, Failure.TooManyRequests];
        foreach ((string day, Failure failure) in thursdays.Zip(failures))
        {
            app.Phones.Failures.Set(null, failure, 2);
            await app.GoToAsync($"2026-01-{day}T11:00:00Z");
            await app.AdvanceAsync("PT2H", "PT10M");
        }

        app.Phones.Failures.Set(null, Failure.InvalidNumber, 2);
        await app.GoToAsync("2026-02-05T11:00:00Z");
        app.Phones.Failures.Clear(null);
    }

    private static async Task FailAtStorageAsync(App app, StorageObserver storage)
    {
        for (int call = 0; call < 4; call++)
        {
            storage.Reset(call, after: call % 2 == 0);
            await app.TextAsync(Zebedee.Phone, "Hortensia again");
            storage.Reset(call, after: call % 2 == 0);
            await app.PostAsync("administrator", "/api/participants", People.Form("+447700900500", "Persephone Whortleberry"));
            storage.Reset();
        }
    }

    /// <summary>Keeps all activities with their tags and events, and what Azure's libraries tell of themselves.</summary>
    private sealed class KeptTraces : EventListener
    {
        private readonly ConcurrentQueue<string> kept = new();
        private readonly ActivityListener activities;

        public KeptTraces()
        {
            activities = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => kept.Enqueue(
                    $"{activity.OperationName} {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} {string.Join(' ', activity.Events.Select(one => $"{one.Name} {string.Join(' ', one.Tags)}"))}"),
            };
            ActivitySource.AddActivityListener(activities);
        }

        public IReadOnlyList<string> All => [.. kept];

        public override void Dispose()
        {
            activities.Dispose();
            base.Dispose();
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.StartsWith("Azure-", StringComparison.Ordinal))
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            kept?.Enqueue($"{eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', eventData.Payload ?? [])}");
    }
}
