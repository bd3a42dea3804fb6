using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>Somebody who wrote what worries on a Sunday at three in the morning, and what became of the alert by the clock of that day.</summary>
internal static class Worry
{
    internal const string Pat = "pat@example.org";
    internal const string Sue = "sue@example.org";
    internal const string Duty = "duty@example.org";
    internal const string Risk = "risk-phrase-2026-01-11";
    internal const string Call = "asked-for-a-call-2026-01-11";

    /// <summary>Sunday, three in the morning.</summary>
    internal static readonly Instant Night = At("2026-01-11T03:00Z");

    internal static readonly Participant Worrying = Reply(AParticipant(), "i want to die", Night).Person;

    internal static Instant Clock(string time) => At($"2026-01-11T{time}Z");

    internal static Decision Reply(Participant person, string text, Instant at) =>
        Alerting.Assess(Replying.Decide(person, Sms(text, at), TheStudy), at, TheStudy);

    internal static Decision Look(Participant person, string time) => new Decision(person).Assess(time);

    internal static Participant Told(Participant person, Audience audience, string who, string time, string how = "email", string alert = Risk) =>
        Handing.Told(new Decision(person), alert, audience, who, how, Clock(time)).Person;

    internal static Participant Bounced(Participant person, Audience audience, string who, string time) =>
        Handing.Bounced(new Decision(person), Risk, audience, who, Clock(time)).Person;

    internal static Participant Missed(Participant person, string time) =>
        Handing.NotReached(new Decision(person), Risk, Audience.LastResort, null, Clock(time)).Person;

    /// <summary>Handed over to everybody, at 03:03.</summary>
    internal static Participant LastResort()
    {
        Participant supervisors = Handing.NotReached(new Decision(Worrying), Risk, Audience.Practitioner, Pat, Clock("03:01")).Assess("03:01").Person;
        Participant everybody = Handing.NotReached(new Decision(supervisors), Risk, Audience.Supervisors, null, Clock("03:02")).Assess("03:02").Person;
        return Look(everybody, "03:03").Person;
    }

    internal static Decision Assess(this Decision decision, string time) => decision.Assessed($"2026-01-11T{time}Z");
}
