using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Messaging;

public sealed class OutboxTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(1, 6, 32)]
    [InlineData(1, 7, 60)]
    [InlineData(1, 11, 60)]
    [InlineData(15, 2, 30)]
    [InlineData(90, 1, 90)]
    [InlineData(90, 11, 90)]
    public void A_message_that_was_not_taken_waits_twice_as_long_each_time(int asked, int tries, int expected) =>
        Assert.Equal(Duration.FromMinutes(expected), Outbox.Wait(Duration.FromMinutes(asked), tries));

    [Theory]
    [InlineData("2026-01-08T11:00Z", "2026-01-08T11:00Z")]
    [InlineData("2026-01-08T13:30Z", "2026-01-08T11:00Z")]
    [InlineData("2026-01-08T20:00Z", null)]
    [InlineData("2026-01-09T08:59Z", null)]
    [InlineData("2026-01-09T09:00Z", "2026-01-09T09:00Z")]
    [InlineData("2026-01-11T11:00Z", null)]
    public void A_message_waits_since_it_could_have_gone_and_only_while_it_may(string now, string? since)
    {
        Decision sent = Waking.Decide(AParticipant(), At("2026-01-08T11:00Z"), TheStudy);
        Outgoing message = sent.Send.Single();

        Assert.Equal(since is null ? null : At(since), Sending.WaitsSince(message, sent.Person, At(now), TheStudy));
    }

    [Fact]
    public void A_message_to_somebody_who_wants_none_and_an_email_nobody_can_tell_of_do_not_wait()
    {
        Instant now = At("2026-01-08T11:10Z");
        Decision sent = Waking.Decide(AParticipant(), At("2026-01-08T11:00Z"), TheStudy);
        Outgoing message = sent.Send.Single();
        Outgoing email = message with { Subject = "How are things?" };

        Assert.Null(Sending.WaitsSince(message, sent.Person with { OptIn = OptIn.Out }, now, TheStudy));
        Assert.NotNull(Sending.WaitsSince(email, sent.Person, now, TheStudy));
        Assert.Null(Sending.WaitsSince(email with { LookAt = email.ExpiresAt }, sent.Person, now, TheStudy));
    }

    [Theory]
    [InlineData("weekly-2026-01-08.ask.1", true)]
    [InlineData("weekly-2026-01-08.ask.10", false)]
    [InlineData("weekly-2026-01-08.remind.1", false)]
    public void A_check_in_begins_with_its_first_question(string message, bool begins) => Assert.Equal(begins, Outgoing.Begins(message));

    [Fact]
    public void What_was_on_its_way_to_somebody_who_left_is_settled_and_then_they_sleep()
    {
        Decision sent = Waking.Decide(AParticipant(), At("2026-01-08T11:00Z"), TheStudy);
        Decision left = Pausing.Withdraw(new Decision(sent.Person), At("2026-01-08T11:01Z"));

        Assert.Equal(At("2026-01-08T11:05Z"), Waking.Next(left, At("2026-01-08T11:01Z"), TheStudy));
        Decision woken = Waking.Decide(left.Person, At("2026-01-08T11:05Z"), TheStudy);
        Assert.Equal([sent.Send[0].Id], woken.Enqueue);
        Decision claimed = Sending.Claim(new Decision(woken.Person), woken.Person.Outbox[0], At("2026-01-08T11:05Z"), TheStudy);
        Assert.Empty(claimed.Send);
        Assert.Equal("not-wanted", Assert.Single(claimed.Dispatches).Code);
        Assert.Null(Waking.Next(claimed, At("2026-01-08T11:05Z"), TheStudy));
    }
}
