using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Digests;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Tests.Support;
using static ConnectingPeople.Domain.Tests.Digests.Weeks;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Digests;

/// <summary>What a digest says of one person, and in which order of several.</summary>
public sealed class DigestTests
{
    /// <summary>Answers that show everything the study looks for and move nothing.</summary>
    private const string Fine = "new-person=yes activity=yes";

    [Fact]
    public void A_goal_that_is_rated_higher_moved_on() =>
        Assert.Equal(
            ["MovedOn: A goal moved on from \"a first step\" to \"getting there\".", "Sign: Told of a new contact.", "Sign: Told of an activity in the community."],
            WithWeeks("goal=2", $"goal=3 {Fine}").Said());

    [Fact]
    public void A_goal_that_is_done_was_reached_once()
    {
        Assert.Contains("Reached: A goal was reached.", WithWeeks("goal=3", "goal=4").Said());
        Assert.Contains("Reached: A goal was reached.", WithWeeks("goal=4").Said());
        Assert.DoesNotContain(WithWeeks("goal=4", "goal=4").Said(), line => line.Contains("goal", StringComparison.Ordinal));
    }

    [Fact]
    public void A_goal_that_is_rated_lower_went_back() =>
        Assert.Equal("WentBack: A goal went back from \"getting there\" to \"a first step\".", WithWeeks("goal=3", "goal=2").Said()[0]);

    [Fact]
    public void A_goal_has_stalled_at_its_third_rating_without_a_rise()
    {
        Assert.DoesNotContain(WithWeeks("goal=2", $"goal=2 {Fine}").Said(), line => line.StartsWith("Stalled", StringComparison.Ordinal));
        Assert.Equal(
            "Stalled: A goal hasn't moved on in the last 3 check-ins about it: \"a first step\".",
            WithWeeks("goal=2", "goal=2", "goal=2").Said()[0]);
    }

    [Fact]
    public void A_goal_that_was_not_rated_this_week_says_nothing() =>
        Assert.DoesNotContain(WithWeeks("goal=2", "goal=2", "goal=2", "people=3").Said(), line => line.Contains("A goal", StringComparison.Ordinal));

    [Fact]
    public void Somebody_who_left_two_check_ins_unanswered_is_quiet()
    {
        Assert.DoesNotContain(WithWeeks("people=3", "").Said(), line => line.StartsWith("Quiet", StringComparison.Ordinal));
        Assert.Equal("Quiet: No answer to the last 2 check-ins; last heard from on 19 February.", WithWeeks("people=3", "", "").Said()[0]);
        Assert.Equal("Quiet: No answer to the last 3 check-ins; not heard from yet.", WithWeeks("", "", "").Said()[0]);
    }

    [Fact]
    public void An_interview_is_talked_about_in_the_last_two_weeks_of_its_window_until_it_is_done()
    {
        Participant amira = AParticipant().Woken("2026-01-05T09:00Z");
        Participant done = amira.With(Closing.Completed(amira.CheckIns.Single(), At("2026-01-20T09:00Z")));

        Assert.DoesNotContain(amira.Said(DigestWeek.Before(new LocalDate(2026, 1, 26))), line => line.StartsWith("Interview", StringComparison.Ordinal));
        Assert.Contains(
            "Interview: The baseline interview is due by 15 February: 15 of 15 answers are missing.", amira.Said(DigestWeek.Before(new LocalDate(2026, 2, 2))));
        Assert.DoesNotContain(done.Said(DigestWeek.Before(new LocalDate(2026, 2, 2))), line => line.StartsWith("Interview", StringComparison.Ordinal));
        Assert.DoesNotContain(amira.Said(DigestWeek.Before(new LocalDate(2026, 2, 16))), line => line.StartsWith("Interview", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_word_ends_the_quiet_and_nobody_is_quiet_who_is_not_asked()
    {
        Participant quiet = WithWeeks("people=3", "", "");

        Assert.DoesNotContain(quiet.Heard("2026-03-07T10:00Z").Said(), IsQuiet);
        Assert.DoesNotContain((quiet with { OptIn = OptIn.Out }).Said(), IsQuiet);
        Assert.DoesNotContain((quiet with { Status = Status.Paused, StatusAt = At("2026-03-01T10:00Z") }).Said(), IsQuiet);

        static bool IsQuiet(string line) => line.StartsWith("Quiet", StringComparison.Ordinal);
    }

    [Fact]
    public void Barriers_of_this_week_are_named() =>
        Assert.Equal(["Barrier: Named what gets in the way: money."], WithWeeks("barrier=health", $"barrier=money {Fine}").Said().Where(line => line.StartsWith("Barrier", StringComparison.Ordinal)));

    [Fact]
    public void What_shows_no_sign_in_eight_weeks_is_named_and_not_before()
    {
        Participant amira = WithWeeks("people=3 activity=yes", "people=3");

        Assert.Equal(["NoSign: No sign of a new contact in the last 8 weeks."], amira.Said());
        Assert.Empty((amira with { Profile = amira.Profile with { EnrolledAt = At("2026-01-20T09:00Z") } }).Said());
        Assert.Empty((amira with { StatusAt = At("2026-01-20T09:00Z") }).Said());
    }

    [Fact]
    public void A_person_without_a_goal_is_named()
    {
        Participant amira = WithWeeks(Fine);

        Assert.Equal("NoSign: No goal is set.", (amira with { Goals = [] }).Said()[0]);
        Assert.Equal("NewGoal: A goal was set.", (amira with { Goals = [new Goal("g1", "Go out", new LocalDate(2026, 3, 4))] }).Said()[^1]);
    }

    [Fact]
    public void Open_alerts_come_first_the_most_urgent_before_the_others()
    {
        Participant amira = WithWeeks("people=3", "", "") with
        {
            Alerts = [AnAlert("silence", Severity.Soon, "2026-03-02T09:00Z"), AnAlert("risk-phrase", Severity.Urgent, "2026-03-03T09:00Z"), AnAlert("late", Severity.Urgent, "2026-03-09T09:00Z")],
        };

        Assert.Equal(["Alert: Urgent, open since 3 March: About risk-phrase.", "Alert: Open since 2 March: About silence."], amira.Said().Take(2));
    }

    [Fact]
    public void Who_left_is_in_the_digest_of_that_week_alone()
    {
        Participant left = WithWeeks("goal=2", "goal=3") with { Status = Status.Withdrawn, StatusAt = At("2026-03-06T10:00Z") };

        Assert.Equal(["Left: Left the study on 6 March."], left.Said());
        Assert.Equal(0, Digest.Of([left], DigestWeek.Before(new LocalDate(2026, 3, 16)), TheStudy).People);
        Assert.Equal("Joined: Joined the study on 5 January.", left.Said(DigestWeek.Before(new LocalDate(2026, 1, 12)))[^1]);
    }

    [Fact]
    public void Who_joined_later_is_not_in_it() =>
        Assert.Equal(0, Digest.Of([AParticipant(enrolled: "2026-03-09T09:00Z")], TheWeek, TheStudy).People);

    [Fact]
    public void A_break_that_began_this_week_is_told_and_hides_missing_signs() =>
        Assert.Equal(["Break: Takes a break since 4 March."], (WithWeeks("people=3") with { Status = Status.Paused, StatusAt = At("2026-03-04T10:00Z") }).Said());

    [Fact]
    public void An_earlier_week_tells_what_the_past_still_tells()
    {
        Participant amira = WithWeeks("goal=1", "goal=2", "goal=4", "", "");

        Assert.Equal("MovedOn: A goal moved on from \"not started\" to \"a first step\".", amira.Said(new DigestWeek(new LocalDate(2026, 2, 9)))[0]);
        Assert.Equal("Reached: A goal was reached.", amira.Said(new DigestWeek(new LocalDate(2026, 2, 16)))[0]);
    }

    [Fact]
    public void A_week_is_seven_days_where_the_person_lives()
    {
        DigestWeek march = new(new LocalDate(2026, 3, 23));

        Assert.Equal(new LocalDate(2026, 3, 29), march.Last);
        Assert.Equal((At("2026-03-23T00:00Z"), At("2026-03-29T23:00Z")), (march.Start(Zone("Europe/London")), march.End(Zone("Europe/London"))));
        Assert.Equal(At("2026-03-22T11:00Z"), march.Start(Zone("Pacific/Auckland")));
    }

    [Fact]
    public void Who_needs_talking_about_comes_first_and_who_gave_no_cause_is_only_counted()
    {
        Participant Numbered(Participant person, uint number) => person with { Id = ParticipantId.From(number) };
        Participant quiet = Numbered(WithWeeks("people=3", "", ""), 1);
        Participant urgent = Numbered(WithWeeks(Fine), 2) with { Alerts = [AnAlert("risk-phrase", Severity.Urgent, "2026-03-03T09:00Z")] };
        Participant glad = Numbered(WithWeeks($"goal=2 {Fine}", $"goal=3 {Fine}"), 3);
        Participant steady = Numbered(WithWeeks(Fine, "people=3"), 4);
        Participant soon = Numbered(WithWeeks(Fine), 5) with { Alerts = [AnAlert("opted-out", Severity.Soon, "2026-03-03T09:00Z")] };

        Digest digest = Digest.Of([glad, steady, quiet, soon, urgent], TheWeek, TheStudy);

        Assert.Equal([urgent.Id, soon.Id, quiet.Id], digest.ToTalkAbout.Select(person => person.Id));
        Assert.Equal([glad.Id], digest.Others.Select(person => person.Id));
        Assert.Equal((1, 5), (digest.NothingNew, digest.People));
    }

    [Fact]
    public void A_goal_in_the_persons_words_stands_apart_from_what_emails_tell()
    {
        PersonDigest amira = Digest.Of([WithWeeks("goal=2", "goal=3")], TheWeek, TheStudy).ToTalkAbout.Single();

        Assert.Equal("Join the walking group", amira.Lines.Single(line => line.Topic == DigestTopic.MovedOn).Goal);
        Assert.All(amira.Lines, line => Assert.DoesNotContain("walking", line.Text, StringComparison.Ordinal));
    }

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static Alert AnAlert(string rule, Severity severity, string at) =>
        new() { Id = $"{rule}-x", Rule = rule, Severity = severity, RaisedAt = At(at), Summary = $"About {rule}." };
}
