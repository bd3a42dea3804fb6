using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>
/// A person's way through some months, week by week: how the check-in goes, what is said besides, what staff do. The person is
/// woken whenever the app asks for it, and alerts are told at once, some acknowledged, some resolved.
/// </summary>
/// <param name="Weeks">What each week brings.</param>
internal sealed record AnyHistory(AnyHistory.Week[] Weeks)
{
    /// <summary>What there is to be seen after each moment.</summary>
    /// <param name="At">The moment.</param>
    /// <param name="Before">The person before it.</param>
    /// <param name="Decision">What it led to, before anybody was told.</param>
    /// <param name="Known">The facts as somebody keeps them who knows nothing of rules.</param>
    public sealed record Moment(Instant At, Participant Before, Decision Decision, Facts Known);

    /// <summary>One week.</summary>
    /// <param name="Kind">How its check-in goes: silence, an answer, off (the phone doesn't get it), half (one answer, then silence).</param>
    /// <param name="Rating">The goal's.</param>
    /// <param name="People">The contacts.</param>
    /// <param name="Barrier">1 to 5.</param>
    /// <param name="Besides">What is said on the day after it closed; null for nothing.</param>
    /// <param name="Staff">What staff do about the first open alert then; null for nothing.</param>
    public sealed record Week(string Kind, int Rating, int People, int Barrier, string? Besides, string? Staff);

    /// <summary>Facts kept apart from the state that is tested.</summary>
    public sealed record Facts
    {
        public Instant HeardAt { get; init; } = At("2026-01-05T09:00Z");

        public bool Stopped { get; init; }

        public int MissedSinceHeard { get; init; }

        public bool LastNotDelivered { get; init; }

        public IReadOnlyList<int> Ratings { get; init; } = [];

        public IReadOnlyList<int> Counts { get; init; } = [];

        public IReadOnlyList<int> Barriers { get; init; } = [];

        public int Dangers { get; init; }

        public bool AskedForACall { get; init; }

        public int Answered => Counts.Count;
    }

    public static Gen<AnyHistory> Any { get; } = Gen.Select(
        Gen.Frequency((4, Kinds("silence")), (6, Kinds("answer")), (1, Kinds("off")), (1, Kinds("half"))),
        Gen.Frequency((5, Gen.Const(2)), (2, Gen.Int[1, 4])), Gen.OneOf(Gen.Int[0, 3], Gen.Int[4, 9]), Gen.Frequency((3, Gen.Const(1)), (2, Gen.Int[1, 5])),
        Gen.Frequency((12, Words(null)), (1, Words("hello")), (1, Words("call me")), (1, Words("i want to die")), (1, Words("STOP")), (2, Words("START"))),
        Gen.Frequency((4, Words(null)), (1, Words("resolve")), (1, Words("acknowledge"))),
        (kind, rating, people, barrier, besides, staff) => new Week(kind, rating, people, barrier, besides, staff)).Array[3, 16].Select(weeks => new AnyHistory(weeks));

    /// <summary>Plays the history.</summary>
    public IEnumerable<Moment> Play()
    {
        Participant person = AParticipant("Etc/UTC");
        Facts known = new();
        List<Moment> moments = [];
        for (int week = 0; week < Weeks.Length; week++)
        {
            Week now = Weeks[week];
            Instant sent = Alerts.Weeks.EndOf(week) - Duration.FromDays(3);
            Sleep(sent);
            bool isAsked = person.Talking is not null;
            if (isAsked && now.Kind == "off")
            {
                known = known with { LastNotDelivered = true };
                Do(sent, p => Sending.Report(new Decision(p), $"{p.Talking}.ask.1", p.Talking!, "30003", sent));
            }

            string[] replies = !isAsked ? [] : now.Kind switch
            {
                "answer" => [$"{now.Rating}", $"{now.People}", "no", "yes", "3", .. now.Rating <= 2 ? [$"{now.Barrier}"] : Array.Empty<string>(), "skip"],
                "half" => [$"{now.Rating}"],
                _ => [],
            };
            foreach ((string reply, int i) in replies.Select((reply, i) => (reply, i)))
            {
                Instant at = sent + Duration.FromMinutes(i + 1);
                known = known with { HeardAt = at, MissedSinceHeard = 0, LastNotDelivered = false };
                known = i == 0 ? known with { Ratings = [.. known.Ratings, now.Rating] } : known;
                known = i == 1 ? known with { Counts = [.. known.Counts, now.People] } : known;
                known = i == 1 ? known with { Barriers = [.. known.Barriers, now.Rating <= 2 && now.Kind == "answer" ? now.Barrier : 0] } : known;
                Do(at, p => Replying.Decide(p, Sms(reply, at), TheStudy));
            }

            Instant closes = Alerts.Weeks.EndOf(week);
            Sleep(closes - Duration.FromSeconds(1));
            known = known with
            {
                MissedSinceHeard = known.MissedSinceHeard + (isAsked && now.Kind == "silence" ? 1 : 0),
                LastNotDelivered = isAsked ? now.Kind == "off" : known.LastNotDelivered,
                Barriers = now.Kind == "half" && isAsked ? [.. known.Barriers, 0] : known.Barriers,
            };
            Sleep(closes);
            Instant after = closes + Duration.FromDays(1);
            Sleep(after - Duration.FromSeconds(1));
            Besides(now.Besides, after);
            if (now.Staff is { } deed && person.Alerts.Count > 0)
            {
                string alert = person.Alerts[0].Id;
                Do(after, p => deed == "resolve" ? Handling.Resolve(new Decision(p), alert, "pat@example.org", null, after) : Handling.Acknowledge(new Decision(p), alert, "pat@example.org", after));
            }
        }

        return moments;

        void Besides(string? words, Instant at)
        {
            if (words is null)
            {
                return;
            }

            known = known with { HeardAt = at, MissedSinceHeard = 0, LastNotDelivered = false, Stopped = words == "STOP" || (known.Stopped && words != "START") };
            known = words == "i want to die" ? known with { Dangers = known.Dangers + 1 } : known;
            known = words == "call me" ? known with { AskedForACall = true } : known;
            Do(at, p => Replying.Decide(p, Sms(words, at), TheStudy));
        }

        void Sleep(Instant until)
        {
            for (Instant? next = NextOf(person, default); next <= until; next = NextOf(person, next.Value))
            {
                Do(next.Value, p => Waking.Decide(p, next.Value, TheStudy));
            }
        }

        Instant? NextOf(Participant of, Instant from) => Waking.Next(new Decision(of), from == default ? moments.LastOrDefault()?.At ?? At("2026-01-05T09:00Z") : from, TheStudy);

        void Do(Instant at, Func<Participant, Decision> decide)
        {
            Participant before = person;
            Decision decision = Alerting.Assess(decide(person), at, TheStudy);
            moments.Add(new Moment(at, before, decision, known));
            person = decision.Tell.Aggregate(decision, (soFar, alert) =>
                Handing.Told(soFar, alert, soFar.Person.Find(alert)!.Audience, "pat@example.org", "email", at)).Person;
            person = decision.Send.Aggregate(new Decision(person), (soFar, message) => Sending.Record(soFar, message, new SendResult.Accepted("SM"), at)).Person;
        }
    }

    private static Gen<string> Kinds(string kind) => Gen.Const(kind);

    private static Gen<string?> Words(string? words) => Gen.Const(words);
}
