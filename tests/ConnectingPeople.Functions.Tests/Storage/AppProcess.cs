using System.Diagnostics;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Storage;

/// <summary>The app as a process of its own, for what is read from the environment of a process.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private readonly Process process;

    private AppProcess(Process process, Uri address)
    {
        this.process = process;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public static async Task<AppProcess> StartAsync(IReadOnlyDictionary<string, string> environment)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(Setup).Assembly.Location, "--port", "0", "--now", App.Monday])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        string line = "";
        while (!line.StartsWith("Functions listen on ", StringComparison.Ordinal))
        {
            line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) ?? throw new InvalidOperationException("The app ended before it listened.");
        }

        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return new AppProcess(process, new Uri(line.Split(' ')[^1]));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
