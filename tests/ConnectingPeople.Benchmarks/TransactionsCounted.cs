using System.Globalization;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Benchmarks;

/// <summary>Storage transactions, counted in the pipeline of the app's clients, Azurite behind them.</summary>
internal static class TransactionsCounted
{
    /// <summary>The host's own calls for one queue message: it receives and deletes it.</summary>
    private const int HostCallsAMessage = 2;

    public static async Task WakeAndSendAsync(int people)
    {
        await using BenchmarkApp app = await BenchmarkApp.StartAsync(people);
        app.Calls.Reset();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        int reports = 4 * people;
        int looks = Agenda.Shards;
        int shards = people == 1 ? 0 : Math.Min(people, Agenda.Shards);
        double each = (app.Calls.Count - reports - looks + (HostCallsAMessage * shards)) / (double)people;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"wake a participant and send one check-in, {people} due at once: {each:0.00} storage transactions each, at most 7 ({looks} looks of the timer into the shards and 4 for the two delivery reports of each not counted)"));
    }

    public static async Task ReplyAsync()
    {
        await using BenchmarkApp app = await BenchmarkApp.StartAsync(1);
        await app.GoToAsync("2026-01-08T11:00:00Z");
        app.Calls.Reset();
        await RepliesASecond.SendAsync(app, 0, "3", "SM1");
        Console.WriteLine($"handle a reply: {app.Calls.Count} storage transactions, at most 3");
    }
}
