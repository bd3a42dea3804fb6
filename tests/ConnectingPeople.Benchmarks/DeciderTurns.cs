using System.Diagnostics;
using System.Globalization;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using NodaTime;

namespace ConnectingPeople.Benchmarks;

/// <summary>One turn of the decider on one core: state read from JSON, reply understood, state written to JSON.</summary>
internal static class DeciderTurns
{
    private const int Ceiling = 200_000;

    /// <summary>Rounds last some 10 ms, so that the best of many had the core to itself even on a busy machine.</summary>
    private const int TurnsARound = 2_000;

    private const int Rounds = 300;

    public static void Run(Study study)
    {
        string state = MidCheckIn(study);
        Instant at = Instant.FromUtc(2026, 1, 8, 11, 5);
        string[] replies = ["4", "yes", "about 3 I think"];
        Dictionary<string, double> best = [];
        for (int round = 0; round < Rounds; round++)
        {
            foreach (string reply in replies)
            {
                best[reply] = Math.Max(best.GetValueOrDefault(reply), TurnsASecond(study, state, reply, at));
            }
        }

        foreach (string reply in replies)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"decider, reply '{reply}': {best[reply]:N0} turns a second a core, {best[reply] / Ceiling:P0} of {Ceiling:N0} (state of {state.Length} characters)"));
        }
    }

    private static double TurnsASecond(Study study, string state, string reply, Instant at)
    {
        long length = 0;
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < TurnsARound; i++)
        {
            Participant person = ParticipantJson.ReadParticipant(state);
            Decision decision = Alerting.Assess(Replying.Decide(person, new Inbound("SM1", reply, at), study), at, study);
            length += ParticipantJson.Write(decision.Person).Length;
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return length > 0 ? TurnsARound / seconds : 0;
    }

    private static string MidCheckIn(Study study)
    {
        Enrolment enrolment = Enrolling.Check(
            Forms.Amira,
            study,
            Instant.FromUtc(2026, 1, 5, 9, 0)).Enrolment!;
        Participant person = enrolment.Begin(ParticipantId.From(12345));
        Instant at = Instant.FromUtc(2026, 1, 8, 11, 0);
        person = Waking.Decide(person, at, study).Person with { Outbox = [], Past = HalfAYear(at) };
        person = Replying.Decide(person, new Inbound("SM0", "3", at + Duration.FromMinutes(2)), study).Person;
        return ParticipantJson.Write(person);
    }

    /// <summary>Twenty-six answered check-ins, as most people in the study have behind them.</summary>
    private static PastCheckIns HalfAYear(Instant at) => new(string.Join('|', Enumerable.Range(1, 26).Select(week =>
        $"weekly-2025-{(week % 12) + 1:00}-{week:00} Completed {(at - Duration.FromDays(7 * (27 - week))).ToUnixTimeSeconds()}  g1 goal=3 people=4 new-person=yes activity=no connected=4")));
}
