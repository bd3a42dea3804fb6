using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Alerts.Worry;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>What an address that turns out to be no good does to an alert that was taken for told.</summary>
public sealed class BouncingTests
{
    [Fact]
    public void A_bounce_hands_on_what_was_taken_for_told()
    {
        Participant bounced = Bounced(Told(Worrying, Audience.Practitioner, Pat, "03:01"), Audience.Practitioner, Pat, "03:02");

        Assert.Equal((Audience.Supervisors, Clock("03:02")), (bounced.Find(Risk)!.Audience, bounced.Find(Risk)!.TellAt));
    }

    [Fact]
    public void A_bounce_while_the_text_message_went_is_only_written_down()
    {
        Participant told = Told(Told(Worrying, Audience.Practitioner, Pat, "03:01"), Audience.Practitioner, Pat, "03:01", "sms");

        Participant bounced = Bounced(told, Audience.Practitioner, Pat, "03:02");

        Assert.Equal((Audience.Practitioner, null), (bounced.Find(Risk)!.Audience, bounced.Find(Risk)!.TellAt));
        Assert.Equal(AlertAct.NotReached, bounced.Find(Risk)!.Steps[^1].Act);
        Assert.Same(bounced, Bounced(bounced, Audience.Practitioner, Pat, "03:03"));
    }

    [Fact]
    public void The_same_bounce_again_or_one_after_the_acknowledgement_or_of_an_audience_before_changes_nothing()
    {
        Participant told = Told(Worrying, Audience.Practitioner, Pat, "03:01");
        Participant once = Bounced(told, Audience.Practitioner, Pat, "03:02");
        Participant acknowledged = Handling.Acknowledge(new Decision(told), Risk, Pat, Clock("03:05")).Person;

        Assert.Same(once, Bounced(once, Audience.Practitioner, Pat, "03:03"));
        Assert.Same(acknowledged, Bounced(acknowledged, Audience.Practitioner, Pat, "03:06"));
    }

    [Fact]
    public void A_supervisors_bounce_is_not_made_good_by_the_practitioner_who_was_told_and_did_nothing()
    {
        Participant escalated = Look(Told(Worrying, Audience.Practitioner, Pat, "03:01"), "03:30").Person;

        Participant bounced = Bounced(Told(Told(escalated, Audience.Supervisors, Sue, "03:31"), Audience.Practitioner, Pat, "03:31"), Audience.Supervisors, Sue, "03:32");

        Assert.Equal((Audience.LastResort, Clock("03:32")), (bounced.Find(Risk)!.Audience, bounced.Find(Risk)!.TellAt));
    }

    [Fact]
    public void One_of_two_who_was_reached_is_enough_and_none_of_two_is_not()
    {
        Participant escalated = Look(Told(Worrying, Audience.Practitioner, Pat, "03:01"), "03:30").Person;
        Participant both = Told(Told(escalated, Audience.Supervisors, Sue, "03:31"), Audience.Supervisors, Duty, "03:31");

        Participant one = Bounced(both, Audience.Supervisors, Sue, "03:32");
        Participant none = Bounced(one, Audience.Supervisors, Duty, "03:33");

        Assert.Equal((Audience.Supervisors, null), (one.Find(Risk)!.Audience, one.Find(Risk)!.TellAt));
        Assert.Equal((Audience.LastResort, Clock("03:33")), (none.Find(Risk)!.Audience, none.Find(Risk)!.TellAt));
    }

    [Fact]
    public void A_last_resort_that_bounces_each_time_is_tried_each_time()
    {
        Participant first = Bounced(Told(LastResort(), Audience.LastResort, Sue, "03:03"), Audience.LastResort, Sue, "03:04");
        Participant second = Bounced(Told(Look(first, "04:04").Person, Audience.LastResort, Sue, "04:04"), Audience.LastResort, Sue, "04:05");

        Assert.Equal(Clock("04:04"), first.Find(Risk)!.TellAt);
        Assert.Equal(Clock("05:05"), second.Find(Risk)!.TellAt);
    }

    [Fact]
    public void A_bounce_that_comes_before_we_wrote_down_that_it_went_holds()
    {
        Participant bounced = Bounced(LastResort(), Audience.LastResort, Sue, "03:03");

        Participant told = Handing.Told(new Decision(bounced), Risk, Audience.LastResort, Sue, "email", Clock("03:03"), Clock("03:03")).Person;

        Assert.Equal(Clock("04:03"), told.Find(Risk)!.TellAt);
    }
}
