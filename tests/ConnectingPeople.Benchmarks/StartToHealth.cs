using System.Diagnostics;
using System.Globalization;
using ConnectingPeople.Functions;
using ConnectingPeople.SampleApp;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Benchmarks;

/// <summary>
/// From the start of a process to its first answer, of the app and of one with a single function on the same emulator, both published
/// as for Azure with native code, in turns so that whatever else the machine does meets both. The median of several says more than the
/// mean: one disturbed start is no news.
/// </summary>
internal static class StartToHealth
{
    private const int Rounds = 21;
    private const double AtMost = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("connecting-people-").FullName;
        try
        {
            await CompareAsync(
                await PublishAsync(Repository.PathTo("functions", "ConnectingPeople.Functions"), typeof(Setup), Path.Combine(folder, "app")),
                await PublishAsync(Repository.PathTo("tests", "ConnectingPeople.LocalHost.Tests", "SampleApp"), typeof(SampleApplication), Path.Combine(folder, "empty")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string appAssembly, string emptyAssembly)
    {
        string storage = await Azurite.NewAccountAsync();
        List<double> app = [];
        List<double> empty = [];
        for (int round = -1; round < Rounds; round++)
        {
            double appTook = await MeasureAsync(appAssembly, "health", storage);
            double emptyTook = await MeasureAsync(emptyAssembly, "api/greet/you", storage);
            if (round >= 0)
            {
                app.Add(appTook);
                empty.Add(emptyTook);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"start to first answered /health: {Median(app) / Median(empty):0.00} times an empty app, at most {AtMost:0} ({Median(app):0} ms and {Median(empty):0} ms, medians of {Rounds})"));
    }

    /// <returns>The published assembly that holds a type.</returns>
    private static async Task<string> PublishAsync(string project, Type type, string folder)
    {
        using Process publish = Process.Start("dotnet",
        [
            "publish", project, "-c", "Release", "--runtime", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-v", "quiet", "--output", folder,
        ]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(folder, Path.GetFileName(type.Assembly.Location))
            : throw new InvalidOperationException($"{project} couldn't be published: see above.");
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<double> MeasureAsync(string assembly, string path, string storage)
    {
        int port = FreePort.Find();
        ProcessStartInfo start = new("dotnet", ["exec", assembly, "--port", port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        start.Environment["AzureWebJobsStorage"] = storage;
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        try
        {
            await ListensAsync(process.StandardOutput);
            using HttpClient http = new();
            (await http.GetAsync(new Uri($"http://127.0.0.1:{port}/{path}"))).EnsureSuccessStatusCode();
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Waits for what the app says of itself: asking again and again would take a core from what is measured.</summary>
    private static async Task ListensAsync(StreamReader output)
    {
        using CancellationTokenSource patience = new(Patience);
        while (await output.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("Functions listen", StringComparison.Ordinal))
            {
                _ = output.BaseStream.CopyToAsync(Stream.Null);
                return;
            }
        }

        throw new InvalidOperationException("The app ended instead of listening.");
    }
}
