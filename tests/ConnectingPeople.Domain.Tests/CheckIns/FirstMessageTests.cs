using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.CheckIns;

/// <summary>What somebody would get first is what they then get first.</summary>
public sealed class FirstMessageTests
{
    [Fact]
    public void It_is_the_message_that_the_first_check_in_then_sends()
    {
        Participant amira = AParticipant();

        FirstMessage first = FirstMessage.Of(amira, At("2026-01-05T09:00Z"), TheStudy)!;

        Assert.Equal(At("2026-01-08T11:00Z"), first.At);
        Assert.Equal(Waking.Decide(amira, At("2026-01-08T11:00Z"), TheStudy).Send.Single().Text, first.Text);
        Assert.StartsWith("Hi Amira, Connecting People.\nHow is \"Join the walking group\" going?", FirstName.PutInto(first.Text, "Amira"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_who_has_left_gets_one()
    {
        Participant left = AParticipant() with { Status = Status.Withdrawn };

        Assert.Null(FirstMessage.Of(left, At("2026-01-05T09:00Z"), TheStudy));
    }

    [Fact]
    public void Somebody_who_opted_out_gets_none()
    {
        Participant stopped = AParticipant() with { OptIn = OptIn.Out };

        Assert.Null(FirstMessage.Of(stopped, At("2026-01-05T09:00Z"), TheStudy));
    }
}
