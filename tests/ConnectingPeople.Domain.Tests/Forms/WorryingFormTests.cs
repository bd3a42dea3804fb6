using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Forms.Filled;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Forms;

/// <summary>A cry for help in a form is heard wherever in it it stands.</summary>
public sealed class WorryingFormTests
{
    [Fact]
    public void Words_that_worry_raise_an_alert_once_and_silence_what_would_follow_by_itself()
    {
        FormResult first = Answer(AParticipant().InCheckIn(), "anything-else", "I want to die");
        FormResult second = Answer(first.Decision.Person, "anything-else", "I want to die");

        Assert.True(first.Risk && second.Risk);
        Assert.Equal(RuleNames.RiskPhrase, first.Decision.Alerts.Single().Rule);
        Assert.True(first.Decision.Person.Conversation!.Quiet);
        Assert.Empty(second.Decision.Alerts);
    }

    [Fact]
    public void Words_that_worry_are_heard_even_where_they_are_no_answer()
    {
        FormResult first = Answer(AParticipant().InCheckIn(), "people", "I want to die");
        FormResult second = Answer(first.Decision.Person, "people", "I want to die");

        Assert.Equal((FormOutcome.Wrong, true), (first.Outcome, first.Risk));
        Assert.Equal(RuleNames.RiskPhrase, first.Decision.Alerts.Single().Rule);
        Assert.Equal(("I want to die", "people", true), (first.Decision.Heard!.Text, first.Decision.Heard.Question, first.Decision.Heard.Risk));
        Assert.True(second.Risk);
        Assert.Empty(second.Decision.Alerts);
        Assert.Equal("I want to die", second.Decision.Heard!.Text);
    }

    [Fact]
    public void Words_that_worry_after_somebody_took_note_of_earlier_ones_raise_an_alert_of_their_own()
    {
        Participant worried = Answer(AParticipant().InCheckIn(), "people", "I want to die").Decision.Person;
        Participant noted = Handling.Acknowledge(new Decision(worried), worried.Alerts.Single().Id, "pat@example.org", Noon).Person;

        FormResult again = Answer(noted, "people", "I want to die");

        Assert.Equal((RuleNames.RiskPhrase, AlertState.Raised), (again.Decision.Alerts.Single().Rule, again.Decision.Alerts.Single().State));
        Assert.NotEqual(worried.Alerts.Single().Id, again.Decision.Alerts.Single().Id);
    }

    [Fact]
    public void Words_that_worry_beside_rather_not_say_are_heard_and_the_question_is_left_out()
    {
        FormResult result = FormAnswering.LeaveOut(new Decision(AParticipant().InCheckIn()), Weekly, "people", ["I want to die"], Noon, TheStudy);

        Assert.Equal((FormOutcome.Taken, true), (result.Outcome, result.Risk));
        Answer leftOut = result.Decision.Person.CheckIns.Single(checkIn => checkIn.Id == Weekly).Answers.Single();
        Assert.Equal((AnswerOutcome.Refused, null), (leftOut.Outcome, leftOut.Value));
        Assert.Equal(("I want to die", "people", true), (result.Decision.Heard!.Text, result.Decision.Heard.Question, result.Decision.Heard.Risk));
        Assert.Equal(RuleNames.RiskPhrase, result.Decision.Alerts.Single().Rule);
        Assert.True(result.Decision.Person.Conversation!.Quiet);
    }

    [Fact]
    public void What_does_not_worry_is_not_overheard()
    {
        Decision before = new(AParticipant().InCheckIn());

        Assert.Same(before, FormAnswering.Overhear(before, Weekly, "people", ["a good week"], Noon, TheStudy));
    }
}
