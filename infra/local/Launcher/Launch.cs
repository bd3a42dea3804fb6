using ConnectingPeople.Simulator;

namespace ConnectingPeople.Local.Launcher;

/// <summary>Starts everything, and ends what it started, whichever way it ends.</summary>
public static class Launch
{
    /// <param name="options">What the command line asked for.</param>
    /// <param name="output">Where progress and addresses go.</param>
    /// <param name="ended">Ends it all.</param>
    /// <exception cref="LaunchException">Something is missing, or ended by itself.</exception>
    public static async Task RunAsync(LaunchOptions options, TextWriter output, CancellationToken ended)
    {
        try
        {
            Ports.Check(options);
            await Node.CheckAsync(ended);
            await Node.InstallAsync(output, ended);
            await output.WriteLineAsync("Starting…");
            await RunAllAsync(options, output, ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            await output.WriteLineAsync("Everything has ended.");
        }
    }

    private static async Task RunAllAsync(LaunchOptions options, TextWriter output, CancellationToken ended)
    {
        SimulatorOptions providers = new() { Port = options.SimulatorPort, FunctionsUrl = new Uri($"http://localhost:{options.Port}") };
        await using Azurite azurite = await Azurite.StartAsync(options, ended);
        await using PhoneSimulator simulator = await PhoneSimulator.StartAsync(providers, ended);
        await using FunctionsApp functions = FunctionsApp.Start(options, azurite.ConnectionString, simulator.Url, providers, options.IsVerbose ? output : null);
        await functions.ReadyAsync(ended);
        if (options.HasDemonstration)
        {
            await Demonstration.EnrolAsync(simulator, output, ended);
        }

        await output.WriteLineAsync(Announcement(options));
        await await Task.WhenAny(functions.EndsAsync(), azurite.EndsAsync(), Task.Delay(Timeout.Infinite, ended));
    }

    private static string Announcement(LaunchOptions options) => $"""

          Connecting People runs on this machine. No real messages are sent.

            Phones and inboxes   http://localhost:{options.SimulatorPort}
            The functions        http://localhost:{options.Port}
            What is stored       {options.DataFolder ?? "in memory, gone when this ends (--data FOLDER keeps it)"}

          {(options.HasDemonstration ? "Open the phones, press “A week on”, and answer as Amira or Tom." : "Open the phones, add one and enrol it.")} Ctrl+C ends everything.

        """;
}
