using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Alerts.Worry;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>A person is handed over to another practitioner, who hears of what is theirs to look after now.</summary>
public sealed class HandingOverTests
{
    private const string Noor = "noor@example.org";

    [Fact]
    public void What_nobody_acknowledged_is_told_to_whoever_takes_over()
    {
        Decision handed = HandingOver.To(new Decision(Told(Worrying, Audience.Practitioner, Pat, "03:01")), Noor, Clock("03:05"));

        Assert.Equal(Noor, handed.Person.Profile.Practitioner);
        Assert.Equal([Risk], Alerting.Assess(handed, Clock("03:05"), TheStudy).Tell);
    }

    [Fact]
    public void What_was_acknowledged_or_is_with_the_supervisors_by_now_is_told_to_nobody_anew()
    {
        Participant told = Told(Worrying, Audience.Practitioner, Pat, "03:01");
        Participant acknowledged = Handling.Acknowledge(new Decision(told), Risk, Pat, Clock("03:10")).Person;
        Participant escalated = Told(Look(told, "03:30").Person, Audience.Supervisors, "sue@example.org", "03:31");

        foreach (Participant person in (Participant[])[acknowledged, escalated])
        {
            Decision handed = HandingOver.To(new Decision(person), Noor, Clock("03:35"));

            Assert.Equal(Noor, handed.Person.Profile.Practitioner);
            Assert.Empty(Alerting.Assess(handed, Clock("03:35"), TheStudy).Tell);
        }
    }

    [Fact]
    public void A_message_to_the_former_practitioner_that_goes_meanwhile_keeps_nothing_from_whoever_takes_over()
    {
        Participant handed = HandingOver.To(new Decision(Worrying), Noor, Clock("03:01")).Person;

        Participant told = Told(Look(handed, "03:01").Person, Audience.Practitioner, Pat, "03:02");

        Assert.Equal([Risk], Look(told, "03:05").Tell);
        Assert.Empty(Look(Told(told, Audience.Practitioner, Noor, "03:05"), "03:15").Tell);
    }

    [Fact]
    public void To_hand_somebody_over_to_whose_they_are_changes_nothing()
    {
        Participant told = Told(Worrying, Audience.Practitioner, Pat, "03:01");

        Assert.Equal(told, HandingOver.To(new Decision(told), told.Profile.Practitioner, Clock("03:05")).Person);
    }
}
