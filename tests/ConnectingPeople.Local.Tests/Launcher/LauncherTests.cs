using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConnectingPeople.Local.Launcher;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Local.Tests.Launcher;

/// <summary>The launcher as a person starts it, up to what it says when something is missing.</summary>
public sealed class LauncherTests
{
    [Theory]
    [InlineData("--port", "the functions")]
    [InlineData("--simulator-port", "the phones and inboxes")]
    public async Task A_taken_port_is_named_with_the_way_to_choose_another(string option, string whose)
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string port = Port(taken);
        string other = option == "--port" ? "--simulator-port" : "--port";

        (int code, string words) = await RunAsync(Environment.GetEnvironmentVariable("PATH")!, option, port, other, FreePort.Find().ToString(CultureInfo.InvariantCulture));

        Assert.Equal(1, code);
        Assert.Contains($"Port {port}, meant for {whose}, is taken.", words, StringComparison.Ordinal);
        Assert.Contains($"dotnet run --project infra/local -- {option} ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_node_is_named_with_where_to_get_it()
    {
        (int code, string words) = await RunAsync(path: "/nowhere", "--port", FreePort.Find().ToString(CultureInfo.InvariantCulture), "--simulator-port", FreePort.Find().ToString(CultureInfo.InvariantCulture));

        Assert.Equal(1, code);
        Assert.StartsWith("'node' isn't there. Azurite, the storage emulator, needs Node 20 with npm: get it from https://nodejs.org", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--prot", "'--prot' isn't an option.")]
    [InlineData("--port", "--port needs a value.")]
    [InlineData("--port 0", "--port needs a port from 1 to 65535.")]
    [InlineData("--port seven", "--port needs a port from 1 to 65535.")]
    [InlineData("--seed lucky", "--seed needs a whole number, such as 1.")]
    public void A_mistyped_option_is_named(string line, string words)
    {
        LaunchException mistake = Assert.Throws<LaunchException>(() => LaunchOptions.Parse(line.Split(' ')));

        Assert.StartsWith(words, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_read()
    {
        LaunchOptions? options = LaunchOptions.Parse(["--port", "7171", "--simulator-port", "7190", "--now", "2026-01-05T09:00:00Z", "--data", "/data", "--no-demo", "--verbose"]);

        Assert.Equal(
            new LaunchOptions { Port = 7171, SimulatorPort = 7190, Now = "2026-01-05T09:00:00Z", DataFolder = "/data", HasDemonstration = false, IsVerbose = true },
            options);
    }

    [Fact]
    public void A_cohorts_time_begins_on_a_certain_monday_unless_told_otherwise()
    {
        Assert.Equal(new LaunchOptions { HasCohort = true, Seed = 7 }, LaunchOptions.Parse(["--cohort", "--seed", "7"]));
        Assert.Equal("2026-01-05T09:00:00Z", LaunchOptions.Parse(["--cohort"])!.Begins);
        Assert.Equal("2026-02-02T09:00:00Z", LaunchOptions.Parse(["--cohort", "--now", "2026-02-02T09:00:00Z"])!.Begins);
        Assert.Null(LaunchOptions.Parse([])!.Begins);
    }

    [Fact]
    public void Help_is_given_instead_of_starting() => Assert.Null(LaunchOptions.Parse(["--help"]));

    private static string Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    private static async Task<(int Code, string Words)> RunAsync(string path, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Launch).Assembly.Location, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = path;
        using Process launcher = Process.Start(start)!;
        string words = await launcher.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await launcher.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (launcher.ExitCode, words);
    }
}
