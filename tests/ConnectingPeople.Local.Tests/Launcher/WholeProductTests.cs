using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectingPeople.Local.Launcher;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Local.Tests.Launcher;

/// <summary>The one command that a newcomer runs, with everything real that it starts.</summary>
public sealed class WholeProductTests
{
    [Fact]
    public async Task A_newcomer_sees_a_check_in_types_an_answer_and_downloads_the_export_with_it()
    {
        string port = FreePort.Find().ToString(CultureInfo.InvariantCulture);
        string simulator = FreePort.Find().ToString(CultureInfo.InvariantCulture);
        using Process launcher = Start(port, simulator);
        try
        {
            await UntilSaidAsync(launcher, "Ctrl+C ends everything.");
            using HttpClient phones = new() { BaseAddress = new Uri($"http://localhost:{simulator}/simulator/api/"), Timeout = TimeSpan.FromMinutes(3) };
            using HttpClient study = new() { BaseAddress = new Uri($"http://localhost:{port}/"), Timeout = TimeSpan.FromMinutes(3) };

            (await study.PostAsJsonAsync("local/clock", new { set = "2026-01-08T11:00:00Z" })).EnsureSuccessStatusCode();
            JsonElement amira = (await phones.GetFromJsonAsync<JsonElement>("phones")).EnumerateArray().First();
            string number = Uri.EscapeDataString(amira.GetProperty("number").GetString()!);
            (await phones.PostAsJsonAsync($"phones/{number}/texts", new { text = "getting there" })).EnsureSuccessStatusCode();
            JsonElement thread = (await phones.GetFromJsonAsync<JsonElement>($"phones/{number}")).GetProperty("thread");

            Assert.StartsWith("Hi Amira", thread[0].GetProperty("body").GetString(), StringComparison.Ordinal);
            Assert.StartsWith("How many", thread[2].GetProperty("body").GetString(), StringComparison.Ordinal);
            Assert.Contains($"{amira.GetProperty("participantId").GetString()},weekly-2026-01-08,,goal,2,scale,3,getting there,answered", await AnswersAsync(study), StringComparison.Ordinal);
        }
        finally
        {
            await EndAsync(launcher);
        }

        Assert.Equal(0, launcher.ExitCode);
        Ports.Check(new LaunchOptions { Port = int.Parse(port, CultureInfo.InvariantCulture), SimulatorPort = int.Parse(simulator, CultureInfo.InvariantCulture) });
    }

    private static async Task<string> AnswersAsync(HttpClient study)
    {
        study.DefaultRequestHeaders.Authorization = new("Bearer", "local-researcher");
        HttpResponseMessage asked = await study.PostAsync("api/exports", null);
        (await study.PostAsJsonAsync("local/clock", new { advance = "PT1M" })).EnsureSuccessStatusCode();
        return await study.GetStringAsync($"{asked.Headers.Location}/answers.csv");
    }

    private static Process Start(string port, string simulator)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (string argument in (string[])[typeof(LaunchOptions).Assembly.Location, "--port", port, "--simulator-port", simulator, "--now", "2026-01-05T09:00:00Z"])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task UntilSaidAsync(Process launcher, string words)
    {
        string said = "";
        using CancellationTokenSource late = new(TimeSpan.FromMinutes(3));
        while (await launcher.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            said += line + "\n";
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The launcher ended early. {said}{await launcher.StandardError.ReadToEndAsync()}");
    }

    private static async Task EndAsync(Process launcher)
    {
        using Process kill = Process.Start("kill", ["-TERM", launcher.Id.ToString(CultureInfo.InvariantCulture)]);
        using CancellationTokenSource late = new(TimeSpan.FromMinutes(1));
        try
        {
            await launcher.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            launcher.Kill(entireProcessTree: true);
            throw;
        }
    }
}
