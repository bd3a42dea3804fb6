using System.Globalization;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Benchmarks.Scale;

/// <summary>
/// A Thursday of the agenda and the provider's queue, second by second: participants with real ids fall into the real shards; half
/// keep the study's own time, the others chose a half-hour of the week. It shows how late the last is written to, and what holds
/// everybody up first.
/// </summary>
public static class AgendaAtScale
{
    private const int Opens = 9 * 3600;
    private const int Closes = 20 * 3600;
    private const int DefaultAt = 11 * 3600;
    private const int HalfHours = 22;

    public static void Print()
    {
        Print(100, new Capacity { ProviderSegments = 1 });
        Print(10_000, new Capacity { ProviderSegments = 1 });
        Print(10_000, new Capacity { ProviderSegments = 10 });
        Print(1_000_000, new Capacity { ProviderSegments = 100 });
        Print(1_000_000, new Capacity { ProviderSegments = 1_000 });
        Print(1_000_000, new Capacity { ProviderSegments = 1_000, RunsAShard = 4 });
    }

    private static void Print(int people, Capacity capacity)
    {
        int[][] due = Due(people);
        Outcome day = Play(due, capacity);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a Thursday with {people:N0} participants, {due.Sum(shard => shard.Sum()):N0} due, fullest shard {Fullest(due):P1} of them, sender {capacity.ProviderSegments:N0}/s, {capacity.RunsAShard} run(s) a shard: "
            + $"last woken {day.LastWoken / 60.0:0.0} min late, last text leaves {day.LastSent / 60.0:0.0} min late, {day.Dropped:N0} not before the hours end; first limit: {day.FirstLimit}"));
    }

    /// <summary>How many are due in each shard at each second of the day.</summary>
    private static int[][] Due(int people)
    {
        Random chance = new(1);
        int[][] due = [.. Enumerable.Range(0, Agenda.Shards).Select(_ => new int[24 * 3600])];
        for (int i = 0; i < people; i++)
        {
            int shard = Agenda.ShardOf(ParticipantId.From((uint)chance.Next()));
            if (chance.NextDouble() < 0.5)
            {
                due[shard][DefaultAt]++;
            }
            else if (chance.Next(7) == 0)
            {
                due[shard][Opens + (1800 * chance.Next(HalfHours))]++;
            }
        }

        return due;
    }

    private static double Fullest(int[][] due) => due.Max(shard => shard.Sum()) / Math.Max(1.0, due.Sum(shard => shard.Sum()));

    private static Outcome Play(int[][] due, Capacity capacity)
    {
        double[] waiting = new double[due.Length];
        double queued = 0;
        Lateness waking = new(due);
        Lateness sending = new(due);
        for (int second = Opens; second < Closes; second++)
        {
            double left = capacity.AccountWakeUps;
            for (int shard = 0; shard < due.Length; shard++)
            {
                waiting[shard] += due[shard][second];
                double woken = Math.Min(waiting[shard], Math.Min(capacity.ShardWakeUps, left));
                (waiting[shard], left, queued) = (waiting[shard] - woken, left - woken, queued + woken);
            }

            queued = Math.Max(0, queued - capacity.ProviderSegments);
            waking.See(second, waiting.Sum());
            sending.See(second, waiting.Sum() + queued);
        }

        return new Outcome(waking.Worst, sending.Worst, (long)(queued + waiting.Sum()), FirstLimit(capacity));
    }

    /// <summary>How long the first of those who wait has waited: whoever was due first goes first.</summary>
    private sealed class Lateness(int[][] due)
    {
        private double dueSoFar;
        private double dueBefore;
        private int first = Opens;

        public int Worst { get; private set; }

        public void See(int second, double waiting)
        {
            dueSoFar += due.Sum(shard => shard[second]);
            while (first < second && dueBefore + due.Sum(shard => shard[first]) <= dueSoFar - waiting + 0.5)
            {
                dueBefore += due.Sum(shard => shard[first++]);
            }

            Worst = Math.Max(Worst, waiting > 0.5 ? second - first : 0);
        }
    }

    private static string FirstLimit(Capacity capacity)
    {
        double shards = capacity.ShardWakeUps * Agenda.Shards;
        double slowest = Math.Min(capacity.ProviderSegments, Math.Min(shards, capacity.AccountWakeUps));
        return string.Create(CultureInfo.InvariantCulture, $"{(slowest == capacity.ProviderSegments ? "the sender" : slowest == shards ? "the shards' runs" : "the storage account")}, at {slowest:N0} a second");
    }

    private sealed record Outcome(int LastWoken, int LastSent, long Dropped, string FirstLimit);
}
