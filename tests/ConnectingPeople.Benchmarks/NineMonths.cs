using System.Diagnostics;
using System.Globalization;
using ConnectingPeople.Benchmarks.Scale;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using NodaTime;

namespace ConnectingPeople.Benchmarks;

/// <summary>
/// Nine months of a study in memory: every person is woken when the decider says, gets what it sends, and answers or not from a
/// seed; the state goes through its JSON at each turn, as in storage.
/// </summary>
internal static class NineMonths
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 9, 0);
    private static readonly Instant End = Instant.FromUtc(2026, 10, 5, 9, 0);
    private static readonly string[] Answers = ["3", "about 4 I think", "yes", "no", "2", "skip", "Had a good week", "2 or 3"];

    /// <returns>What one participant comes to.</returns>
    public static Load Run(Study study, int people)
    {
        Enrolment form = Enrolling.Check(Forms.Amira, study, Start).Enrolment!;
        Random chance = new(1);
        int wakeUps = 0, sent = 0, replies = 0, alerts = 0;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < people; i++)
        {
            Profile profile = form.Profile with { CheckInDay = (IsoDayOfWeek)((i % 7) + 1), CheckInTime = new LocalTime(9 + (i % 10), 30) };
            string state = ParticipantJson.Write((form with { Profile = profile }).Begin(ParticipantId.From((uint)i)));
            double answersWith = chance.NextDouble();
            Instant? wake = Start;
            while (wake is { } now && now < End)
            {
                Decision decision = Waking.Decide(ParticipantJson.ReadParticipant(state), now, study);
                decision = Alerting.Assess(decision, now, study);
                decision = decision.Tell.Aggregate(decision, (soFar, alert) =>
                    Handing.Told(soFar, alert, soFar.Person.Find(alert)!.Audience, "pat@example.org", "email", now));
                alerts += decision.Alerts.Count(alert => alert.Steps.Count == 2);
                decision = decision.Send.Aggregate(decision, (soFar, message) => Sending.Record(soFar, message, new SendResult.Accepted("SM"), now));
                wakeUps++;
                sent += decision.Send.Count;
                for (int turn = 0; turn < 12 && decision.Person.Talking is not null && chance.NextDouble() < answersWith; turn++)
                {
                    Inbound reply = new($"SM-{turn}", Answers[chance.Next(Answers.Length)], now + Duration.FromMinutes(turn + 1));
                    decision = Replying.Decide(ParticipantJson.ReadParticipant(ParticipantJson.Write(decision.Person)), reply, study);
                    decision = Alerting.Assess(decision, now, study);
                    replies++;
                }

                state = ParticipantJson.Write(decision.Person);
                wake = Waking.Next(decision with { Send = [] }, now, study);
            }
        }

        TimeSpan took = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"nine months of {people:N0} participants in memory: {took.TotalSeconds:0.0} s of 60 s, on one core ({wakeUps:N0} wake-ups, {sent:N0} messages, {replies:N0} replies, {alerts:N0} alerts)"));
        return new Load((double)wakeUps / people, (double)sent / people, (double)replies / people);
    }
}
