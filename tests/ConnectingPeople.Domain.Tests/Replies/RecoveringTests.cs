using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Replies;

/// <summary>A message that was lost in an outage counts as of when it was written, and what was said since holds.</summary>
public sealed class RecoveringTests
{
    [Fact]
    public void An_older_start_does_not_undo_a_later_stop()
    {
        Participant amira = AParticipant().InCheckIn().Having("please stop texting me");
        amira = Hear(amira, "please stop texting me", "2026-01-08T11:10Z");

        Decision late = Recover(amira, "START", "2026-01-08T11:05Z");

        Assert.Equal(OptIn.Out, late.Person.OptIn);
        Assert.Empty(late.Texts());
        Assert.Equal("opt-in", late.Heard!.Outcome);
    }

    [Fact]
    public void An_older_pause_does_not_undo_a_later_start()
    {
        Participant amira = Hear(AParticipant().InCheckIn(), "START", "2026-01-08T11:10Z");

        Assert.Equal(Status.Active, Recover(amira, "PAUSE", "2026-01-08T11:05Z").Person.Status);
    }

    [Fact]
    public void A_stop_holds_whenever_it_was_written()
    {
        Participant amira = Hear(AParticipant().InCheckIn(), "3", "2026-01-08T11:10Z");

        Assert.Equal(OptIn.Out, Recover(amira, "stop texting me", "2026-01-08T11:05Z").Person.OptIn);
    }

    [Theory]
    [InlineData("i want to die", RuleNames.RiskPhrase)]
    [InlineData("please call me", RuleNames.AskedForACall)]
    public void A_cry_for_help_is_heard_whenever_it_was_written(string text, string rule)
    {
        Participant amira = Hear(AParticipant().InCheckIn(), "3", "2026-01-08T11:10Z");

        Assert.Equal(rule, Recover(amira, text, "2026-01-08T11:05Z").Alerts.Single().Rule);
    }

    [Fact]
    public void An_answer_that_was_sent_again_is_not_taken_for_the_next_question()
    {
        Participant amira = Hear(AParticipant().InCheckIn(), "3", "2026-01-08T11:10Z");

        Decision late = Recover(amira, "3", "2026-01-08T11:05Z");

        Assert.Equal(["goal"], Answers(late.Person));
        Assert.Empty(late.Texts());
        Assert.Equal("SM-in-2026-01-08T11:05:00Z", late.Heard!.ProviderId);
    }

    [Fact]
    public void A_question_whose_text_was_never_sent_is_put_before_anything_is_taken_for_its_answer()
    {
        Participant amira = AParticipant().InCheckIn();

        Decision first = Recover(amira, "3", "2026-01-08T11:05Z", isLast: false);
        Decision second = Recover(first.Person, "4", "2026-01-08T11:06Z");

        Assert.Equal(["goal"], Answers(second.Person));
        Assert.StartsWith("How many", Assert.Single(second.Texts()), StringComparison.Ordinal);
        Assert.Equal(["goal", "people"], Answers(Hear(second.Person, "4", "2026-01-08T11:20Z")));
    }

    private static IEnumerable<string> Answers(Participant person) => person.CheckIns.Single(checkIn => checkIn.Wave is null).Answers.Select(answer => answer.Question);

    private static Participant Hear(Participant person, string text, string at) => Replying.Decide(person, Sms(text, at), TheStudy).Assessed(at).Person;

    private static Decision Recover(Participant person, string text, string writtenAt, bool isLast = true) =>
        Recovering.Decide(person, Sms(text, writtenAt), isLast, At("2026-01-08T11:15Z"), TheStudy).Assessed("2026-01-08T11:15Z");
}
