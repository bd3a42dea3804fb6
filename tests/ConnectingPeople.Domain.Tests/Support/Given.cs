using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Tests.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Tests.Support;

/// <summary>How tests begin: a person of the shipped study, enrolled on Monday 5 January 2026, checked in with on Thursdays at 11.</summary>
internal static class Given
{
    public static Study TheStudy { get; } = Shipped.Study;

    public static Instant At(string instant) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(instant).Value;

    public static Participant AParticipant(string zone = "Europe/London", string time = "11:00", string enrolled = "2026-01-05T09:00Z") =>
        Enrolling.Check(Form() with { TimeZone = zone, CheckInTime = time }, TheStudy, At(enrolled)).Enrolment!.Begin(ParticipantId.From(4711));

    public static EnrolmentForm Form() => new()
    {
        Name = "Amira Khan",
        Phone = "07700 900123",
        Channel = "sms",
        AgencyId = "north",
        PractitionerEmail = "pat@example.org",
        ClientGroup = "mental-health",
        ConsentGivenOn = "2026-01-02",
        ConsentVersion = "1",
        Goals = ["Join the walking group"],
        CheckInDay = "thursday",
        CheckInTime = "11:00",
    };

    /// <summary>The person with the weekly check-in of 8 January sent at 11:00 and recorded as accepted.</summary>
    public static Participant InCheckIn(this Participant person) => person.Woken("2026-01-08T11:00Z");

    /// <summary>The person after a wake-up, what it sent taken by the provider.</summary>
    public static Participant Woken(this Participant person, string instant)
    {
        Decision decision = Waking.Decide(person, At(instant), TheStudy).Assessed(instant);
        return decision.Send.Aggregate(decision, (soFar, message) => Sending.Record(
            soFar, message, new SendResult.Accepted($"SM-{message.Id}"), At(instant))).Person;
    }

    /// <summary>The person after some replies, a minute apart from 11:01 on 8 January.</summary>
    public static Participant Having(this Participant person, params string[] replies) => replies.Select((text, i) => (text, i))
        .Aggregate(person, (soFar, reply) => Reply(soFar, reply.text, At("2026-01-08T11:01Z") + Duration.FromMinutes(reply.i)));

    private static Participant Reply(Participant person, string text, Instant at) =>
        Alerting.Assess(Replying.Decide(person, Sms(text, at), TheStudy), at, TheStudy).Person;

    /// <summary>The decision with alerts raised and closed, as every one is before it is stored.</summary>
    public static Decision Assessed(this Decision decision, string instant) => Alerting.Assess(decision, At(instant), TheStudy);

    /// <summary>The same, and whoever is to be told is told at once.</summary>
    public static Decision AssessedAndTold(this Decision decision, Instant now)
    {
        decision = Alerting.Assess(decision, now, TheStudy);
        return decision.Tell.Aggregate(decision, (soFar, alert) =>
            Handing.Told(soFar, alert, soFar.Person.Find(alert)!.Audience, "pat@example.org", "email", now));
    }

    public static Inbound Sms(string text, string instant = "2026-01-08T11:20Z") => Sms(text, At(instant));

    public static Inbound Sms(string text, Instant at) => new($"SM-in-{at}", text, at);

    /// <summary>What a decision sends or replies, as the person reads it.</summary>
    public static IReadOnlyList<string> Texts(this Decision decision) =>
        [.. decision.Send.Select(message => message.Text).Concat(decision.Reply is { } reply ? [reply] : []).Select(text => FirstName.PutInto(text, "Amira"))];
}
