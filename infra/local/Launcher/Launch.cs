using System.Globalization;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Local.Launcher.Demonstrations;
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
        Cohort? cohort = options.HasCohort ? Cohort.Draw(CohortSize.Pilot, options.Seed) : null;
        Demonstration who = cohort?.Who ?? Demonstration.Few;
        SimulatorOptions providers = new()
        {
            Port = options.SimulatorPort,
            FunctionsUrl = new Uri($"http://localhost:{options.Port}"),
            Seed = options.Seed,
            Agencies = who.Agencies,
        };
        using SimulatedDefinition definition = SimulatedDefinition.Write();
        await using Azurite azurite = await Azurite.StartAsync(options, ended);
        await using PhoneSimulator simulator = await PhoneSimulator.StartAsync(providers, ended);
        await using FunctionsApp functions = FunctionsApp.Start(options, azurite.ConnectionString, simulator.Url, providers, definition.Path, options.IsVerbose ? output : null);
        await functions.ReadyAsync(ended);
        Task begun = BeginAsync(options, cohort, simulator, definition.Study, output, ended);
        await await Task.WhenAny(functions.EndsAsync(), azurite.EndsAsync(), begun);
        await output.WriteLineAsync(Announcement(options, who));
        await await Task.WhenAny(functions.EndsAsync(), azurite.EndsAsync(), Task.Delay(Timeout.Infinite, ended));
    }

    private static async Task BeginAsync(
        LaunchOptions options, Cohort? cohort, PhoneSimulator simulator, Study study, TextWriter output, CancellationToken ended)
    {
        if (cohort is not null)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Playing {cohort.Size.People} simulated people in {cohort.Who.Agencies.Count} agencies, nine months and what follows. This takes some minutes."));
            await new Playing(cohort, simulator, study, output).PlayAsync(until: null, ended);
        }
        else if (options.HasDemonstration)
        {
            await Demonstration.Few.EnrolAsync(simulator, output, ended);
        }
    }

    private static string Announcement(LaunchOptions options, Demonstration who) => $"""

          Connecting People runs on this machine. No real messages are sent, and nobody in it exists.

            Phones and inboxes   http://localhost:{options.SimulatorPort}
            The functions        http://localhost:{options.Port}
            What is stored       {options.DataFolder ?? "in memory, gone when this ends (--data FOLDER keeps it)"}

          {WhatNext(options, who)} Ctrl+C ends everything.

        """;

    private static string WhatNext(LaunchOptions options, Demonstration who) => options switch
    {
        { HasCohort: true } => $"Sign in to the functions as researcher for the exports, or as practitioner with {who.Agencies[0].Practitioners.First().Email}.",
        { HasDemonstration: true } => "Open the phones, press “A week on”, and answer as Amira or Tom.",
        _ => "Open the phones, add one and enrol it.",
    };
}
