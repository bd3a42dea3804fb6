using System.Net.Http.Headers;
using ConnectingPeople.Local.Launcher;
using ConnectingPeople.Local.Launcher.Demonstrations;
using ConnectingPeople.Simulator;
using ConnectingPeople.Testing;
using NodaTime;
using CohortPlan = ConnectingPeople.Local.Launcher.Demonstrations.Cohort;

namespace ConnectingPeople.Local.Tests.Demonstrations;

/// <summary>A cohort of a few people, played for three weeks through the real functions.</summary>
public sealed class SmallCohortTests
{
    [Fact]
    public async Task It_is_enrolled_interviewed_asked_and_exported()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CohortPlan cohort = CohortPlan.Draw(new CohortSize(People: 8, Followed: 7, EnrolmentDays: 3, Visits: [2]), seed: 1);
        LaunchOptions options = new() { Port = FreePort.Find(), HasCohort = true };
        SimulatorOptions providers = new() { FunctionsUrl = new Uri($"http://localhost:{options.Port}"), Agencies = cohort.Who.Agencies };
        using SimulatedDefinition definition = SimulatedDefinition.Write();
        await using PhoneSimulator simulator = await PhoneSimulator.StartAsync(providers, cancellation);
        await using FunctionsApp functions = FunctionsApp.Start(
            options, await Testing.Azurite.NewAccountAsync(), simulator.Url, providers, definition.Path, echo: null);
        await functions.ReadyAsync(cancellation);
        StringWriter told = new();

        bool isPlayed = await new Playing(cohort, simulator, definition.Study, told).PlayAsync(new LocalDate(2026, 1, 25), cancellation);

        Assert.True(isPlayed);
        Assert.Matches(@"^  Month  1, to 25 Jan 2026:   8 enrolled,   8 still with us, +\d+ of +\d+ check-ins answered, +\d+ alerts acknowledged \(\d+ s\)\n  An export is ready: ", told.ToString());
        string[][] participants = await RowsAsync(providers.FunctionsUrl, simulator, "participants.csv");
        string[][] answers = await RowsAsync(providers.FunctionsUrl, simulator, "answers.csv");
        Assert.Equal(8, participants.Length);
        Assert.Equal(["full", "not-assessed", "partial"], participants.Select(row => row[3]).Distinct().Order());
        Assert.Equal(8 * 15, answers.Count(row => row[2] == "baseline" && row[^1].Trim() == "interview"));
        Assert.InRange(answers.Count(row => row[1].StartsWith("weekly-", StringComparison.Ordinal) && row[^1].Trim() == "sms"), 30, 8 * 3 * 7);
        Assert.Contains("Simulated data: nobody here exists", await PageAsync(providers.FunctionsUrl), StringComparison.Ordinal);
    }

    private static async Task<string[][]> RowsAsync(Uri study, PhoneSimulator simulator, string file)
    {
        using HttpClient http = new() { BaseAddress = study };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local-researcher");
        string csv = await http.GetStringAsync(new Uri($"/api/exports/{simulator.Exports.All[0].Id}/{file}", UriKind.Relative));
        return [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(','))];
    }

    private static async Task<string> PageAsync(Uri study)
    {
        using HttpClient http = new() { BaseAddress = study };
        return await http.GetStringAsync(new Uri("/", UriKind.Relative));
    }
}
