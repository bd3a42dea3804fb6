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
