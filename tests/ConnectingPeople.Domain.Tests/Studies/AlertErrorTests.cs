using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Alerts.Rules;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>How alerts are written in a definition, and what can be wrong with them.</summary>
public sealed class AlertErrorTests
{
    private const string Last = "undelivered: { severity: soon, escalateAfter: P2D }";

    [Fact]
    public void Rules_are_read()
    {
        AlertPlan plan = Sample.Load(With("contacts-falling: { severity: routine, escalateAfter: P5D, question: people, baseline: 3, recent: 2, fall: 50 }")).Value!.Alerts;

        Assert.Equal(Duration.FromMinutes(5), plan.GatherFor);
        Assert.Null(plan.Duty);
        Assert.Equal(new Patience(Period.FromMinutes(30), ByClock: true), plan.Find("risk-phrase")!.Patience);
        Assert.Equal(
            new ContactsFallingRule(Severity.Routine, new Patience(Period.FromDays(5), ByClock: false), "people", 3, 2, 50), plan.Find("contacts-falling"));
        Assert.Null(plan.Find("silence"));
    }

    [Fact]
    public void A_duty_contact_is_read_as_written_anyhow() => Assert.Equal(
        new DutyContact("duty@example.org", "+447700900999"),
        Sample.Load(Sample.Yaml.Replace("gatherFor: PT5M", "gatherFor: PT5M\n  duty: { email: Duty@Example.org, phone: 07700 900999 }", StringComparison.Ordinal)).Value!.Alerts.Duty);

    [Theory]
    [InlineData("missed-checkins: { severity: soon, escalateAfter: P2D, inARow: 3 }", "alerts.rules.missed-checkins: 'missed-checkins' is no key of the alert rules; did you mean 'missed-check-ins'?")]
    [InlineData("silence: { severity: soon, escalateAfter: P2D, day: 28, days: 28 }", "alerts.rules.silence.day: 'day' is no key of the rule silence; did you mean 'days'?")]
    [InlineData("silence: { severity: soon, escalateAfter: P2D }", "alerts.rules.silence.days: 'days' is missing; add it: how many days without a word")]
    [InlineData("silence: { severity: soon, escalateAfter: P2D, days: 0 }", "alerts.rules.silence.days: '0' isn't a whole number from 1 to 366; write such a number, without quotes")]
    [InlineData("silence: { severity: bad, escalateAfter: P2D, days: 28 }", "alerts.rules.silence.severity: 'bad' isn't a severity; use one of routine, soon, urgent")]
    [InlineData("silence: { severity: soon, escalateAfter: P1M, days: 28 }", "alerts.rules.silence.escalateAfter: 'P1M' isn't an ISO 8601 duration; write weeks, days, hours or minutes, such as 'P3D' or 'PT12H'")]
    [InlineData("silence: { severity: soon, escalateAfter: P0D, days: 28 }", "alerts.rules.silence.escalateAfter: 'P0D' isn't an ISO 8601 duration; write weeks, days, hours or minutes, such as 'P3D' or 'PT12H'")]
    [InlineData("silence: { severity: soon, days: 28 }", "alerts.rules.silence.escalateAfter: 'escalateAfter' is missing; add it: how long it waits to be acknowledged before the supervisor hears of it")]
    [InlineData("contacts-falling: { severity: soon, escalateAfter: P2D, question: goal, baseline: 3, recent: 3, fall: 50 }", "alerts.rules.contacts-falling.question: no questionnaire has a count question 'goal'; use 'people'")]
    [InlineData("contacts-falling: { severity: soon, escalateAfter: P2D, question: people, baseline: 3, recent: 3, fall: 101 }", "alerts.rules.contacts-falling.fall: '101' isn't a whole number from 1 to 100; write such a number, without quotes")]
    [InlineData("barrier-repeated: { severity: soon, escalateAfter: P2D, question: people, times: 3, within: 6 }", "alerts.rules.barrier-repeated.question: no questionnaire has a choice question 'people'; use 'barrier'")]
    [InlineData("barrier-repeated: { severity: soon, escalateAfter: P2D, question: barrier, times: 6, within: 3 }", "alerts.rules.barrier-repeated.within: 6 times can't be in 3 check-ins; make 'within' at least 'times'")]
    [InlineData("goal-stuck: { severity: soon, escalateAfter: P2D, checkIns: 1 }", "alerts.rules.goal-stuck.checkIns: '1' isn't a whole number from 2 to 52; write such a number, without quotes")]
    [InlineData("wave-overdue: { severity: soon, escalateAfter: P2D, wave: baselin, before: P14D }", "alerts.rules.wave-overdue.wave: there is no wave 'baselin'; did you mean 'baseline'?")]
    [InlineData("wave-overdue: { severity: soon, escalateAfter: P2D, wave: baseline }", "alerts.rules.wave-overdue.before: 'before' is missing; add it: how long before its window closes")]
    public void An_error_in_a_rule_names_line_path_and_cure(string rule, string error) =>
        Assert.Equal([error], Sample.ErrorsAfter(Last, $"{Last}\n    {rule}").Select(found => found[(found.IndexOf(' ') + 1)..]));

    [Theory]
    [InlineData("risk-phrase: { severity: urgent, escalateAfter: PT30M, byClock: true }", "", "risk-phrase", "words that may mean danger")]
    [InlineData("asked-for-a-call: { severity: soon, escalateAfter: P1D }", "", "asked-for-a-call", "the person asked to be rung")]
    [InlineData("opted-out: { severity: soon, escalateAfter: P2D }", "", "opted-out", "the person takes no more messages")]
    [InlineData("undelivered: { severity: soon, escalateAfter: P2D }", "", "undelivered", "messages don't reach the person")]
    public void A_rule_that_keeps_people_safe_cannot_be_left_out(string sound, string broken, string rule, string what) => Assert.Equal(
        [$"alerts.rules.{rule}: '{rule}' is missing; add it: {what}"],
        Sample.ErrorsAfter(sound, broken).Select(found => found[(found.IndexOf(' ') + 1)..]));

    [Theory]
    [InlineData("severity: urgent", "severity: routine", "0 alerts.rules.risk-phrase.severity: words that may mean danger can't wait; write 'urgent'")]
    [InlineData(", byClock: true", "", "0 alerts.rules.risk-phrase: danger keeps no working hours; write 'byClock: true'")]
    [InlineData("byClock: true", "byClock: false", "0 alerts.rules.risk-phrase.byClock: danger keeps no working hours; write 'byClock: true'")]
    [InlineData("PT30M", "PT30H", "0 alerts.rules.risk-phrase.escalateAfter: PT30H is too long to leave somebody in danger alone; write at most 'P1D', such as 'PT30M'")]
    [InlineData("gatherFor: PT5M", "gatherFor: PT61M", "0 alerts.gatherFor: PT61M is too long to keep news back; write at most 'PT1H', such as 'PT5M'")]
    [InlineData("gatherFor: PT5M", "gatherFor: PT5M\n  duty: { phone: \"+447700900999\" }", "+1 alerts.duty.email: 'email' is missing; add it: an address that is always read")]
    [InlineData("gatherFor: PT5M", "gatherFor: PT5M\n  duty: { email: duty }", "+1 alerts.duty.email: 'duty' is no email address; write one, such as 'duty@example.org'")]
    [InlineData("gatherFor: PT5M", "gatherFor: PT5M\n  duty: { email: a@b@c }", "+1 alerts.duty.email: 'a@b@c' is no email address; write one, such as 'duty@example.org'")]
    [InlineData("gatherFor: PT5M", "gatherFor: PT5M\n  duty: { email: d@example.org, phone: \"12\" }", "+1 alerts.duty.phone: the number isn't a number that exists: a digit may be missing or wrong; write it as it is dialled, in quotes")]
    public void An_error_elsewhere_names_line_path_and_cure(string sound, string broken, string error) =>
        Assert.Equal([error], Sample.ErrorsAfter(sound, broken));

    private static string With(string rule) => Sample.Yaml.Replace(Last, $"{Last}\n    {rule}", StringComparison.Ordinal);
}
