using System.Net;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.SendGrid;

namespace ConnectingPeople.Functions.Tests.Digests;

/// <summary>The digest's way into inboxes, over HTTP with the clock moved. 26 January 2026 is a Monday.</summary>
public sealed class DigestStoryTests
{
    private const string Week = "2026-01-19";
    private const string FirstWeek = "2026-01-05";

    [Fact]
    public async Task On_Monday_morning_practitioner_and_supervisor_have_their_digest_and_who_has_nobody_has_none()
    {
        await using App app = await Team.StartAsync();
        string ben = await app.EnrolAsync("+447700900124", "Ben Okri");
        string amira = await AmiraMovesOnAsync(app);

        await app.GoToAsync("2026-01-26T07:29:00Z");
        Assert.Empty(app.Digests(Week));
        await app.AdvanceAsync("PT2M", "PT1M");

        Email pat = Assert.Single(app.Digests(Week, People.Practitioner));
        Assert.Equal("Your caseload this week: 1 person to talk about", pat.Subject);
        Assert.Equal(
            $"""
            Your caseload this week: 1 person to talk about
            Monday 19 to Sunday 25 January 2026

            Prompts for supervision and team meetings, from what people answered. They score nobody.

            To talk about

            Ben ({ben})
            - Open since 25 January: No answer to 3 check-ins in a row; the last one ended on 25 January 2026.
            - No answer to the last 3 check-ins; not heard from yet.

            Also this week

            Amira ({amira})
            - A goal moved on from "not started" to "getting there".
            - Told of a new contact.

            Read it with goals, or print it: {app.Http.BaseAddress}digest?week=2026-01-19

            Goals and what people wrote stand on the page alone. Nobody reads answers to this message.

            """.ReplaceLineEndings("\n"),
            pat.Text);
        Email sue = Assert.Single(app.Digests(Week, Team.Sue));
        Assert.Equal("Your team this week: 1 person to talk about", sue.Subject);
        Assert.Contains("== Pat\n\nTo talk about\n", sue.Text, StringComparison.Ordinal);
        Assert.Empty(app.Digests(Week, Team.Noor));
        Assert.Empty(app.Digests(Week, Team.Sam));
        Assert.Equal(2, app.Digests(Week).Count);
    }

    [Fact]
    public async Task No_surname_reply_or_goal_is_in_any_email()
    {
        await using App app = await Team.StartAsync();
        await app.EnrolAsync("+447700900124", "Ben Okri");
        await AmiraMovesOnAsync(app);

        await app.GoToAsync("2026-01-26T07:30:00Z");

        Assert.Equal(2, app.Digests(Week).Count);
        Assert.All(app.Digests(Week), email => Assert.All(
            (string[])["Khan", "Okri", "walking", "Joan", "neighbour", "7700"],
            secret => Assert.DoesNotContain(secret, email.Subject + email.Text + email.Html, StringComparison.OrdinalIgnoreCase)));
        Assert.All(app.Digests(Week), email => Assert.DoesNotMatch("Amira|Ben|CP-", email.Subject));
        Assert.All(app.Digests(Week), email => Assert.Contains("/digest?week=2026-01-19\"", email.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timer_that_runs_twice_sends_one()
    {
        await using App app = await Team.StartAsync();
        await app.EnrolAsync();
        await app.GoToAsync(Team.BeforeTheFirst);
        await app.AdvanceAsync("PT2M", "PT1M");
        Assert.Equal(2, app.Digests(FirstWeek).Count);

        Assert.Equal(HttpStatusCode.Accepted, (await RunAsync(app)).Status);
        await app.AdvanceAsync("PT20M", "PT1M");

        Assert.Single(app.Digests(FirstWeek, People.Practitioner));
        Assert.Single(app.Digests(FirstWeek, Team.Sue));
    }

    [Fact]
    public async Task Each_week_brings_its_own()
    {
        await using App app = await Team.StartAsync();
        await app.EnrolAsync();

        await app.AdvanceAsync("P21D", "P1D");

        Assert.All((string[])["2026-01-05", "2026-01-12", "2026-01-19"], week => Assert.Single(app.Digests(week, People.Practitioner)));
        Assert.Empty(app.Digests("2025-12-29"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(30)]
    public async Task A_practitioners_digest_takes_twenty_storage_transactions_at_most(int people)
    {
        StorageObserver storage = new();
        await using App app = await Team.StartAsync(storage, staff: "nobody else");
        for (int i = 0; i < people; i++)
        {
            await app.EnrolAsync($"+447700900{200 + i}", $"Person{i} Smith");
        }

        await app.GoToAsync(Team.BeforeTheFirst);
        storage.Reset();
        await RunAsync(app);
        await Deadline.UntilAsync(() => Task.FromResult(app.Digests(FirstWeek, People.Practitioner).Count == 1));
        await app.Phones.SettledAsync();

        const int forAllReaders = 3; // the timer's message, and two lists of staff
        Assert.InRange(storage.Calls, 10, 20 + forAllReaders);
    }

    private static Task<Answer> RunAsync(App app) => app.PostAsync(null, "/admin/functions/SendDigests", new { input = "" });

    /// <summary>Enrols Amira, who answers each week: the goal rises from 1 to 3 in the third.</summary>
    private static async Task<string> AmiraMovesOnAsync(App app)
    {
        string id = await app.EnrolAsync();
        foreach ((string day, string[] replies) in ((string, string[])[])
        [
            ("2026-01-08", ["1", "3", "no", "no", "3", "money", "My neighbour Joan called"]), ("2026-01-15", ["1", "3", "no", "no", "3", "money", "skip"]),
            ("2026-01-22", ["3", "3", "yes", "no", "3", "Joan again"]),
        ])
        {
            await app.GoToAsync($"{day}T11:00:00Z");
            foreach (string reply in replies)
            {
                Assert.Null((await app.Phones.TypeAsync(People.Amira, reply)).Trouble);
            }
        }

        await app.AdvanceAsync("P3DT2H");

        return id;
    }
}
