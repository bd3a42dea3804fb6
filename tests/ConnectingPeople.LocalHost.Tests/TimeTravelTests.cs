using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectingPeople.Testing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime.Text;

namespace ConnectingPeople.LocalHost.Tests;

public sealed partial class TimeTravelTests
{
    [Fact]
    public async Task The_clock_starts_where_it_is_told_and_runs_on()
    {
        await using App app = await App.StartAsync([], "--now", TheClock.Monday);
        IClock clock = app.Services.GetRequiredService<IClock>();
        Instant start = Instant.FromUtc(2026, 1, 5, 9, 0);

        Instant first = clock.GetCurrentInstant();

        Assert.InRange(first, start, start + Duration.FromMinutes(1));
        await Deadline.UntilAsync(() => Task.FromResult(clock.GetCurrentInstant() > first));
        JsonElement told = await app.Http.GetFromJsonAsync<JsonElement>("/local/clock");
        Assert.StartsWith("2026-01-05T09:00", told.GetProperty("now").GetString());
    }

    [Fact]
    public async Task The_clock_is_the_present_unless_it_is_told_otherwise()
    {
        Instant before = SystemClock.Instance.GetCurrentInstant();
        await using App app = await App.StartAsync([]);

        Assert.InRange(app.Services.GetRequiredService<IClock>().GetCurrentInstant(), before, SystemClock.Instance.GetCurrentInstant());
    }

    [Fact]
    public async Task An_app_that_brings_a_clock_of_its_own_with_TryAdd_gets_the_movable_one()
    {
        await using App app = await App.StartAsync(
            [], services => services.TryAddSingleton<IClock>(SystemClock.Instance), "--now", TheClock.Monday);

        Assert.Equal(2026, app.Services.GetRequiredService<IClock>().GetCurrentInstant().InUtc().Year);
        Assert.NotSame(SystemClock.Instance, app.Services.GetRequiredService<IClock>());
    }

    [Fact]
    public async Task An_advance_runs_each_timer_once_a_step_in_UTC_and_in_the_order_they_fell_due()
    {
        Seen seen = new();
        await using App app = await StartAsync(seen, [typeof(Hourly), typeof(Minutely), typeof(AtEleven)]);

        JsonElement answer = await app.MoveAsync(new { advance = "PT2H", step = "PT1H" });

        Assert.Equal("2026-01-05T11:00", answer.GetProperty("now").GetString()![..16]);
        Assert.Equal(2, answer.GetProperty("steps").GetInt32());
        Assert.Equal(5, answer.GetProperty("timersRun").GetInt32());
        Assert.Equal(0, answer.GetProperty("messagesProcessed").GetInt32());
        Assert.Equal(["minutely 10:00 late", "hourly 10:00", "minutely 11:00 late", "at eleven 11:00", "hourly 11:00"], seen.All);
    }

    [Fact]
    public async Task Setting_the_clock_is_one_step_and_what_was_missed_comes_late_and_once()
    {
        Seen seen = new();
        await using App app = await StartAsync(seen, [typeof(Hourly)]);

        JsonElement answer = await app.MoveAsync(new { set = "2026-01-12T09:30:00Z" });

        Assert.Equal("2026-01-12T09:30:00Z", answer.GetProperty("now").GetString());
        Assert.Equal(1, answer.GetProperty("steps").GetInt32());
        Assert.Equal(["hourly 09:30 late"], seen.All);
    }

    [Fact]
    public async Task A_month_is_a_month_of_the_calendar_and_the_last_step_ends_at_the_target()
    {
        await using App app = await App.StartAsync([], "--now", "2026-01-31T12:00:00Z");

        JsonElement answer = await app.MoveAsync(new { advance = "P1M", step = "P27D" });

        Assert.StartsWith("2026-02-28T12:00", answer.GetProperty("now").GetString());
        Assert.Equal(2, answer.GetProperty("steps").GetInt32());
    }

    [Theory]
    [InlineData("""{"set": "2026-01-04T09:00:00Z"}""", "It is 2026-01-05T09:0")]
    [InlineData("""{"advance": "PT-1H"}""", "It is 2026-01-05T09:0")]
    [InlineData("""{"set": "tomorrow"}""", "'tomorrow' isn't an instant.")]
    [InlineData("""{"advance": "a week"}""", "'a week' isn't a duration.")]
    [InlineData("""{"advance": "P1D", "step": "PT0S"}""", "'PT0S' isn't a step")]
    [InlineData("""{"advance": "P1Y", "step": "P1M"}""", "'P1M' isn't a step")]
    [InlineData("""{"advance": "P99999Y"}""", "That is farther than the calendar goes.")]
    [InlineData("""{"set": "2026-01-06T09:00:00Z", "advance": "P1D"}""", "Send {\"set\"")]
    [InlineData("""{"set": "2026-01-06T09:00:00Z", "step": "P1D"}""", "Send {\"set\"")]
    [InlineData("""{"steps": "P1D"}""", "'steps'")]
    [InlineData("""{}""", "Send {\"set\"")]
    [InlineData("null", "Send {\"set\"")]
    [InlineData("", "JSON")]
    public async Task What_the_clock_cannot_do_is_refused_in_a_sentence(string body, string sentence)
    {
        await using App app = await App.StartAsync([], "--now", TheClock.Monday);

        HttpResponseMessage answer = await app.Http.PostAsync("/local/clock", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(sentence, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
        Assert.True(app.Services.GetRequiredService<IClock>().GetCurrentInstant() < Instant.FromUtc(2026, 1, 5, 10, 0));
    }

    [Fact]
    public async Task Each_step_drains_all_queues_of_what_timers_and_messages_brought_about()
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await StartAsync(seen, [typeof(Sends), typeof(Forwards), typeof(Receives)], "--AzureWebJobsStorage", account);

        JsonElement answer = await app.MoveAsync(new { advance = "PT3H", step = "PT1H" });

        Assert.Equal(6, answer.GetProperty("messagesProcessed").GetInt32());
        Assert.Equal(["sent at 10 received 10:00", "sent at 11 received 11:00", "sent at 12 received 12:00"], seen.All);
    }

    [Fact]
    public async Task What_waits_before_the_clock_moves_is_done_before_it_moves()
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await StartAsync(
            seen, [typeof(FailsOnce)], "--AzureWebJobsStorage", account, "--AzureFunctionsJobHost__extensions__queues__visibilityTimeout", "01:00:00");
        await new TestQueue(account, "fails-once").SendAsync("waiting");
        await seen.NextAsync<string>();

        await app.MoveAsync(new { advance = "PT5H" });

        Assert.Equal(["failed", "succeeded 09:00"], seen.All);
    }

    [Fact]
    public async Task A_failing_message_is_tried_to_its_end_within_the_step_without_waiting()
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await StartAsync(
            seen, [typeof(Fails)], "--AzureWebJobsStorage", account, "--AzureFunctionsJobHost__extensions__queues__visibilityTimeout", "01:00:00");
        await new TestQueue(account, "fails").SendAsync("bad");
        await seen.NextAsync<string>();

        JsonElement answer = await app.MoveAsync(new { advance = "PT1H" });

        Assert.Equal(1, answer.GetProperty("messagesProcessed").GetInt32());
        Assert.Equal(5, seen.All.Count);
        Assert.Single(await new TestQueue(account, "fails-poison").PeekRawAsync());
    }

    [Fact]
    public async Task A_failing_timer_stops_neither_the_advance_nor_its_own_next_run()
    {
        Seen seen = new();
        await using App app = await StartAsync(seen, [typeof(FailingTimer)]);

        JsonElement answer = await app.MoveAsync(new { advance = "PT2H", step = "PT1H" });

        Assert.Equal(2, answer.GetProperty("timersRun").GetInt32());
        Assert.Equal(["failing", "failing"], seen.All);
    }

    [Fact]
    public async Task Journeys_go_one_after_the_other()
    {
        Seen seen = new();
        await using App app = await StartAsync(seen, [typeof(Hourly)]);

        JsonElement[] answers = await Task.WhenAll(
            app.MoveAsync(new { advance = "PT12H", step = "PT1H" }), app.MoveAsync(new { advance = "PT12H", step = "PT1H" }));

        Assert.Equal(24, answers.Sum(answer => answer.GetProperty("timersRun").GetInt32()));
        Assert.Equal(24, seen.All.Distinct().Count());
        Assert.StartsWith("2026-01-06T09:00", answers.Max(answer => answer.GetProperty("now").GetString()));
    }

    [Fact]
    public async Task Timers_and_queues_run_by_themselves_again_after_a_journey()
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await StartAsync(seen, [typeof(Secondly), typeof(Receives)], "--AzureWebJobsStorage", account);
        await app.MoveAsync(new { set = "2026-01-05T10:00:00Z" });
        int before = seen.All.Count;

        await new TestQueue(account, "second").SendAsync("later");

        await Deadline.UntilAsync(() => Task.FromResult(
            seen.All.Skip(before).Contains("secondly 10:00") && seen.All.Skip(before).Contains("later received 10:00")));
    }

    [Fact]
    public async Task A_step_waits_for_requests_that_it_brought_about_and_for_what_they_sent()
    {
        Seen seen = new();
        string account = await Azurite.NewAccountAsync();
        await using App app = await App.StartAsync(
            [typeof(CallsBack), typeof(Webhook), typeof(Receives)],
            services => services.AddSingleton(seen).AddSingleton(new TaskCompletionSource()),
            "--now", TheClock.Monday, "--AzureWebJobsStorage", account);

        JsonElement answer = await app.MoveAsync(new { advance = "PT1H" });

        Assert.Equal(1, answer.GetProperty("messagesProcessed").GetInt32());
        Assert.Equal(["from a webhook received 10:00"], seen.All);
    }

    private static Task<App> StartAsync(Seen seen, Type[] functions, params string[] arguments) =>
        App.StartAsync(functions, services => services.AddSingleton(seen), ["--now", TheClock.Monday, .. App.QuickQueues, .. arguments]);

    private static string Time(IClock clock) => InstantPattern.CreateWithInvariantCulture("HH:mm").Format(clock.GetCurrentInstant());

    private static string Describe(string name, TimerInfo timer, IClock clock) => $"{name} {Time(clock)}{(timer.IsPastDue ? " late" : "")}";
}
