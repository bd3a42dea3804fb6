using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ConnectingPeople.SampleApp;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConnectingPeople.LocalHost.Tests;

/// <summary>An app in an assembly and a process of its own, as people start it.</summary>
public sealed class SampleAppTests
{
    [Fact]
    public async Task It_says_where_it_listens_answers_and_ends_in_peace_when_told_to()
    {
        using Process process = Start("--port", "0", "--Greeting__Word", "Good morning", "--AzureFunctionsJobHost__extensions__http__routePrefix=");
        string line = await process.StandardOutput.ReadLineAsync().WaitAsync(Deadline.Patience) ?? "";
        using HttpClient http = new() { BaseAddress = new Uri(line.Split(' ')[^1]) };

        Assert.StartsWith("Functions listen on http://127.0.0.1:", line);
        Assert.Equal("Good morning, Amira", await http.GetStringAsync("greet/Amira"));

        using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(Deadline.Patience);
        Assert.Equal(0, process.ExitCode);
        Assert.Empty(await process.StandardOutput.ReadToEndAsync());
        Assert.Empty(await process.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task It_runs_in_the_process_of_a_test_with_the_functions_of_its_own_assembly()
    {
        using IHost host = SampleApplication.Build(["--port", "0", "--AzureFunctionsJobHost__extensions__http__routePrefix="]);
        await host.StartAsync();
        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using HttpClient http = new() { BaseAddress = new Uri(address) };

        Assert.Equal("Hello, Amira", await http.GetStringAsync("greet/Amira"));

        await host.StopAsync();
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_it_with_a_sentence_and_no_stack_trace()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Equal(
            (1, $"Port {port} is taken by another program. Stop that program, or choose another port with --port (0 takes any free one).\n"),
            await RunAsync("--port", $"{port}"));
    }

    [Fact]
    public async Task A_bad_setting_ends_it_with_a_sentence_and_no_stack_trace() =>
        Assert.Equal((1, "The setting Greeting__Word is empty. Give it a word.\n"), await RunAsync("--port", "0", "--Greeting__Word="));

    [Fact]
    public async Task A_bad_argument_ends_it_with_a_sentence_and_no_stack_trace() =>
        Assert.Equal((1, "--port http isn't a port. Give a number from 0 to 65535; 0 takes any free port.\n"), await RunAsync("--port", "http"));

    private static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Deadline.Patience);
        return (process.ExitCode, await output + await error);
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Greet).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
