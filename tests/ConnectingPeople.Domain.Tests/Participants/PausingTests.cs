using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Participants;

public sealed class PausingTests
{
    [Fact]
    public void A_check_in_due_after_the_end_of_a_pause_comes_even_when_nobody_woke_the_person_in_between()
    {
        Participant amira = Pausing.Pause(new Decision(AParticipant()), At("2026-01-15T00:00Z"), At("2026-01-06T09:00Z")).Person;

        Decision decision = Waking.Decide(amira, At("2026-01-15T11:00Z"), TheStudy);

        Assert.Equal("weekly-2026-01-15", Assert.Single(decision.Send).CheckIn);
        Assert.Equal(At("2026-01-15T00:00Z"), decision.Person.StatusAt);
    }

    [Fact]
    public void Somebody_who_has_left_cannot_be_paused_and_so_never_comes_back()
    {
        Participant amira = Pausing.Withdraw(new Decision(AParticipant()), At("2026-01-06T09:00Z")).Person;

        Assert.Equal(amira, Pausing.Pause(new Decision(amira), At("2026-01-15T00:00Z"), At("2026-01-06T09:01Z")).Person);
        Assert.Equal(amira, Pausing.Resume(new Decision(amira), At("2026-01-06T09:02Z"), TheStudy).Person);
    }
}
