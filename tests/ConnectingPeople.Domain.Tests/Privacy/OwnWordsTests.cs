using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;
using ConnectingPeople.Domain.Tests.Participants;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Privacy;

/// <summary>What people wrote goes, what was measured stays.</summary>
public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("goal", "3", "getting there", "3")]
    [InlineData("people", "4", null, "4")]
    [InlineData("new-person", "yes", null, "yes")]
    [InlineData("barrier", "money", "my money", "money")]
    [InlineData("anything-else", "My sister Nour came", null, null)]
    [InlineData("asked-in-2019", "My sister Nour came", null, null)]
    [InlineData("asked-in-2019", "my sister", "My sister Nour", null)]
    [InlineData("asked-in-2019", "7", null, "7")]
    public void A_code_stays_and_words_go(string question, string value, string? label, string? kept)
    {
        CheckIn checkIn = Weekly(new Answer(question, AnswerOutcome.Answered, value, label, "well, you know, Nour", 1, At("2026-01-08T11:05Z")));

        Answer left = Assert.Single(OwnWords.Without(checkIn, TheStudy).Answers);

        Assert.Equal((kept, null), (left.Value, left.Raw));
        Assert.Equal((question, AnswerOutcome.Answered, 1, At("2026-01-08T11:05Z")), (left.Question, left.Outcome, left.Attempts, left.At));
    }

    [Fact]
    public void Whatever_a_check_in_holds_no_reply_is_left_and_nothing_measured_is_lost() => AnyState.CheckIns.Sample(any =>
    {
        CheckIn without = OwnWords.Without(any, TheStudy);

        Assert.Equal(0, OwnWords.In(without));
        Assert.Equal(any with { Answers = [], Overridden = [], Texted = null, Question = any.Question }, without with { Answers = [], Overridden = [], Texted = null });
        Assert.Equal(any.Overridden.Select(answer => answer.Question), without.Overridden.Select(answer => answer.Question));
        Assert.Equal(any.Answers.Select(answer => answer.Question), without.Answers.Select(answer => answer.Question));
    });

    [Fact]
    public void What_staff_wrote_when_an_alert_was_dealt_with_goes_and_who_did_what_stays()
    {
        Alert alert = new()
        {
            Id = "silence-2026-01-08",
            Rule = RuleNames.Silence,
            Severity = Severity.Soon,
            RaisedAt = At("2026-01-08T11:00Z"),
            Summary = "Nothing heard for 28 days now.",
            State = AlertState.Resolved,
            Steps =
            [
                new AlertStep(AlertAct.Notified, At("2026-01-08T11:05Z"), "pat@example.org", "email"),
                new AlertStep(AlertAct.Resolved, At("2026-01-08T12:00Z"), "pat@example.org", "Rang her sister Nour"),
            ],
        };

        Assert.Equal(1, OwnWords.In(alert));
        Assert.Equal([("pat@example.org", "email"), ("pat@example.org", null)], OwnWords.Without(alert).Steps.Select(step => (step.Who, step.What)));
    }

    private static CheckIn Weekly(Answer answer) => new()
    {
        Id = "weekly-2026-01-08",
        Questionnaire = "weekly",
        Version = 2,
        DueAt = At("2026-01-08T11:00Z"),
        ClosesAt = At("2026-01-11T11:00Z"),
        Answers = [answer],
    };
}
