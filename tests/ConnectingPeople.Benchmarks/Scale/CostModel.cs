using System.Globalization;

namespace ConnectingPeople.Benchmarks.Scale;

/// <summary>What a participant costs over nine months, by how many take part: counted work times unit prices.</summary>
public static class CostModel
{
    private const decimal Months = 9;

    /// <summary>An execution lasts some 0.2 s on an instance of 2 GB, mostly waiting for storage and the provider.</summary>
    private const decimal GigabyteSecondsAnExecution = 0.4m;

    /// <summary>State, check-ins and messages of nine months.</summary>
    private const decimal GigabytesAParticipant = 0.0004m;

    public static void Print(Load load, Prices prices)
    {
        foreach (int people in (int[])[100, 10_000, 1_000_000])
        {
            decimal texts = ((decimal)load.TextsOut * prices.TextOut) + ((decimal)load.Replies * prices.TextIn) + (Months * prices.NumberAMonth * Numbers(people) / people);
            decimal executions = Share(load.Executions, Load.FixedExecutions, people);
            decimal compute = executions * ((prices.MillionExecutions / 1_000_000) + (GigabyteSecondsAnExecution * prices.GigabyteSecond));
            decimal storage = (Share(load.TableCalls, Load.FixedTableCalls, people) * prices.TenThousandTableCalls / 10_000)
                + (Share(0, Load.FixedQueueCalls, people) * prices.TenThousandQueueCalls / 10_000)
                + (GigabytesAParticipant * Months * prices.GigabyteAMonth);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"cost of a participant over nine months, {people:N0} taking part: ${texts + compute + storage:0.00} (texts {texts:0.00}, compute {compute:0.0000}, storage {storage:0.0000}), at the unit prices of Prices.cs"));
        }
    }

    /// <summary>Numbers to send from: one for each ten thousand people, so that a busy hour doesn't queue.</summary>
    private static decimal Numbers(int people) => Math.Max(1, people / 10_000);

    private static decimal Share(double each, double all, int people) => (decimal)(each + (all / people));
}
