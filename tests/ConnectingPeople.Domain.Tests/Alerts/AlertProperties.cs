using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>
/// What holds for any history, judged by somebody who counts on fingers. An alert is raised when, and only when, its cause is
/// there, and by its deadline, if the person is woken when the app asks for it.
/// </summary>
public sealed class AlertProperties
{
    private const int Histories = 400;

    [Fact]
    public void No_alert_is_raised_without_its_cause() => AnyHistory.Any.Sample(
        history =>
        {
            foreach (AnyHistory.Moment moment in history.Play())
            {
                foreach (Alert raised in moment.Decision.Alerts.Where(alert => alert.RaisedAt == moment.At && moment.Before.Find(alert.Id) is null))
                {
                    Assert.True(IsThere(raised.Rule, moment), $"{raised.Rule} at {moment.At}: {raised.Summary} {moment.Known}");
                }
            }
        },
        iter: Histories);

    [Fact]
    public void A_cause_that_is_there_has_an_alert_open_or_one_that_somebody_resolved() => AnyHistory.Any.Sample(
        history =>
        {
            HashSet<string> seen = [];
            foreach (AnyHistory.Moment moment in history.Play())
            {
                Participant person = moment.Decision.Person;
                seen.UnionWith(moment.Decision.Alerts.Select(alert => alert.Rule));
                foreach (string rule in Standing.Where(rule => IsThere(rule, moment) && !HasToWaitForAnEnd(rule, moment)))
                {
                    Assert.True(
                        person.Alerts.Any(alert => alert.Rule == rule) || (seen.Contains(rule) && person.Causes.ContainsKey(rule)),
                        $"{rule} at {moment.At}: {moment.Known}");
                }
            }
        },
        iter: Histories);

    [Fact]
    public void An_alert_whose_cause_went_away_is_closed_with_a_reason_except_danger_and_a_wish_to_be_called() => AnyHistory.Any.Sample(
        history =>
        {
            foreach (AnyHistory.Moment moment in history.Play())
            {
                foreach (Alert closed in moment.Decision.Alerts.Where(alert => alert.Last(AlertAct.Closed) is not null))
                {
                    Assert.DoesNotContain(closed.Rule, (string[])[RuleNames.RiskPhrase, RuleNames.AskedForACall]);
                    Assert.False(IsThere(closed.Rule, moment), $"{closed.Rule} at {moment.At}: {moment.Known}");
                    Assert.False(string.IsNullOrEmpty(closed.Last(AlertAct.Closed)!.What));
                }

                Assert.All(
                    moment.Decision.Person.Alerts.Where(alert => Standing.Contains(alert.Rule) && !HasToWaitForAnEnd(alert.Rule, moment)),
                    open => Assert.True(IsThere(open.Rule, moment), $"{open.Rule} still open at {moment.At}: {moment.Known}"));
            }
        },
        iter: Histories);

    [Fact]
    public void No_rule_but_that_of_danger_has_two_open_alerts_and_danger_has_one_for_each_message() => AnyHistory.Any.Sample(
        history =>
        {
            HashSet<string> dangers = [];
            foreach (AnyHistory.Moment moment in history.Play())
            {
                Assert.All(
                    moment.Decision.Person.Alerts.Where(alert => alert.Rule != RuleNames.RiskPhrase).GroupBy(alert => alert.Rule), rule => Assert.Single(rule));
                dangers.UnionWith(moment.Decision.Alerts.Where(alert => alert.Rule == RuleNames.RiskPhrase).Select(alert => alert.Id));
                Assert.Equal(moment.Known.Dangers, dangers.Count);
            }
        },
        iter: Histories);

    [Fact]
    public void Looking_twice_does_nothing_more() => AnyHistory.Any.Sample(
        history =>
        {
            foreach (AnyHistory.Moment moment in history.Play())
            {
                Decision again = Alerting.Assess(new Decision(moment.Decision.Person), moment.At, TheStudy);

                Assert.Equal(moment.Decision.Person, again.Person);
                Assert.Empty(again.Tell);
                Assert.Empty(again.Alerts);
            }
        },
        iter: 200);

    [Fact]
    public void While_an_alert_is_untold_or_unacknowledged_somebody_wakes_in_time() => AnyHistory.Any.Sample(
        history =>
        {
            foreach (AnyHistory.Moment moment in history.Play())
            {
                foreach (Alert open in moment.Decision.Person.Alerts)
                {
                    Instant? next = Waking.Next(moment.Decision, moment.At, TheStudy);
                    Assert.True(open.TellAt is null || next <= open.TellAt, $"{open.Id} is to be told at {open.TellAt}, the wake-up is at {next}");
                    Assert.True(open.EscalatesAt is null || next <= open.EscalatesAt, $"{open.Id} escalates at {open.EscalatesAt}, the wake-up is at {next}");
                    Assert.True(open.EscalatesAt is null || open.EscalatesAt > moment.At, $"{open.Id} should have gone on at {open.EscalatesAt}");
                    Assert.True(open.State != AlertState.Raised || open.TellAt is not null, $"{open.Id} is told by nobody");
                }
            }
        },
        iter: Histories);

    [Fact]
    public void Histories_reach_every_rule_and_all_that_can_become_of_an_alert()
    {
        Dictionary<string, int> seen = [];
        AnyHistory.Any.Sample(
            history =>
            {
                lock (seen)
                {
                    foreach (Alert alert in history.Play().SelectMany(moment => moment.Decision.Alerts))
                    {
                        AlertStep last = alert.Steps[^1];
                        string what = last.Act == AlertAct.Closed ? $"{alert.Rule} closed" : last.Act == AlertAct.Raised ? alert.Rule : $"{last.Act}";
                        seen[what] = seen.GetValueOrDefault(what) + 1;
                    }
                }
            },
            iter: 700,
            threads: 1);

        Assert.All(
            [
                .. Standing, .. Standing.Select(rule => $"{rule} closed"), RuleNames.RiskPhrase, RuleNames.AskedForACall,
                "RaisedAgain", "Escalated", "Acknowledged", "Resolved",
            ],
            what => Assert.True(seen.GetValueOrDefault(what) >= 3, $"{what}: {seen.GetValueOrDefault(what)} times"));
    }

    private static readonly string[] Standing =
    [
        RuleNames.OptedOut, RuleNames.Undelivered, RuleNames.MissedCheckIns, RuleNames.Silence, RuleNames.ContactsFalling, RuleNames.GoalStuck,
        RuleNames.BarrierRepeated,
    ];

    /// <summary>The shipped definition's thresholds, counted again.</summary>
    private static bool IsThere(string rule, AnyHistory.Moment moment)
    {
        AnyHistory.Facts known = moment.Known;
        return rule switch
        {
            RuleNames.OptedOut => known.Stopped,
            RuleNames.Undelivered => known.LastNotDelivered,
            RuleNames.MissedCheckIns => known.MissedSinceHeard >= 3,
            RuleNames.Silence => !known.Stopped && moment.At - known.HeardAt >= Duration.FromDays(28),
            RuleNames.ContactsFalling => known.Counts.Count >= 6 && known.Counts.Take(3).Sum() > 0 && known.Counts.TakeLast(3).Sum() * 2 <= known.Counts.Take(3).Sum(),
            RuleNames.GoalStuck => known.Ratings.Count >= 4 && known.Ratings[^1] < 4 && known.Ratings.TakeLast(4).Max() == known.Ratings[^4],
            RuleNames.BarrierRepeated => known.Barriers.TakeLast(6).Where(barrier => barrier > 0).GroupBy(barrier => barrier).Any(barrier => barrier.Count() >= 3),
            RuleNames.AskedForACall => known.AskedForACall,
            RuleNames.RiskPhrase => known.Dangers > 0,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "no rule of these histories"),
        };
    }

    /// <summary>What answers tell counts when the check-in ends that they belong to.</summary>
    private static bool HasToWaitForAnEnd(string rule, AnyHistory.Moment moment) =>
        rule is RuleNames.ContactsFalling or RuleNames.GoalStuck or RuleNames.BarrierRepeated && moment.Decision.Person.CheckIns.Any(checkIn => checkIn.Wave is null);
}
