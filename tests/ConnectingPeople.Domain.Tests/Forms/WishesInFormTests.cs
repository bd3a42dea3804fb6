using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Forms;

/// <summary>For people who get emails the form is the only place to say that they want a call, or no more messages.</summary>
public sealed class WishesInFormTests
{
    private const string CheckIn = "weekly-2026-01-08";

    private static readonly Instant Noon = At("2026-01-08T12:00Z");

    private static string AnythingElse { get; } = TheStudy.Questionnaires["weekly"].Questions.OfType<TextQuestion>().First().Id;

    private static string HowMany { get; } = TheStudy.Questionnaires["weekly"].Questions.OfType<CountQuestion>().First().Id;

    [Theory]
    [InlineData("Please could you call me")]
    [InlineData("call me")]
    [InlineData("can someone ring me please")]
    public void A_wish_for_a_call_reaches_a_human(string words)
    {
        FormResult result = FormAnswering.Answer(new Decision(ByEmail()), CheckIn, AnythingElse, [words], Noon, TheStudy);

        Assert.Equal(FormOutcome.Taken, result.Outcome);
        Assert.Equal(RuleNames.AskedForACall, result.Decision.Alerts.Single().Rule);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("please stop emailing me")]
    public void A_wish_to_stop_is_heeded(string words)
    {
        Decision decision = FormAnswering.Answer(new Decision(ByEmail()), CheckIn, AnythingElse, [words], Noon, TheStudy).Decision.Assessed("2026-01-08T12:00Z");

        Assert.Equal(OptIn.Out, decision.Person.OptIn);
        Assert.Equal(RuleNames.OptedOut, decision.Alerts.Single().Rule);
        Assert.Contains(decision.CheckIns.Single(checkIn => checkIn.Id == CheckIn).Answers, answer => answer.Raw == words);
    }

    [Fact]
    public void A_wish_in_a_field_for_something_else_is_heard()
    {
        FormResult result = FormAnswering.Answer(new Decision(ByEmail()), CheckIn, HowMany, ["please ring me"], Noon, TheStudy);

        Assert.Equal(FormOutcome.Wrong, result.Outcome);
        Assert.Equal(RuleNames.AskedForACall, result.Decision.Alerts.Single().Rule);
        Assert.Equal(("please ring me", false), (result.Decision.Heard!.Text, result.Decision.Heard.Risk));
    }

    [Fact]
    public void A_wish_in_a_form_that_closed_is_heard()
    {
        Decision decision = FormAnswering.Overhear(new Decision(AParticipant()), CheckIn, null, ["please ring me"], Noon, TheStudy);

        Assert.Equal(RuleNames.AskedForACall, decision.Alerts.Single().Rule);
    }

    [Fact]
    public void Talk_of_something_else_asks_for_nothing()
    {
        FormResult result = FormAnswering.Answer(new Decision(ByEmail()), CheckIn, AnythingElse, ["We had to stop early, mum rang me"], Noon, TheStudy);

        Assert.Equal(OptIn.In, result.Decision.Person.OptIn);
        Assert.Empty(result.Decision.Alerts);
    }

    private static Participant ByEmail()
    {
        Participant amira = AParticipant();
        return (amira with { Profile = amira.Profile with { Channel = Channel.Email } }).InCheckIn();
    }
}
