using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace ConnectingPeople.Benchmarks;

/// <summary>How long the whole app takes for a week, hour by hour, with fifty people and Azurite.</summary>
internal static class AWeekOfHours
{
    private const int People = 50;

    public static async Task RunAsync()
    {
        await using BenchmarkApp app = await BenchmarkApp.StartAsync(People);
        app.Calls.Reset();
        long started = Stopwatch.GetTimestamp();
        using HttpResponseMessage moved = await app.Http.PostAsJsonAsync("/local/clock", new { advance = "P7D", step = "PT1H" });
        moved.EnsureSuccessStatusCode();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a week at an hour a step with {People} participants: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {app.Calls.Count:N0} storage transactions of the app"));
    }
}
