using System.Diagnostics;

namespace ConnectingPeople.Azure.Tests.Support;

/// <summary>Runs a program to its end.</summary>
public static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="program">Its name or path.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Variables that it sees besides the path and home; none of the caller's.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<Said> RunAsync(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (string kept in (string[])["PATH", "HOME"])
        {
            start.Environment[kept] = Environment.GetEnvironmentVariable(kept);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new Said(process.ExitCode, await output, await error);
    }
}

/// <summary>How a program ended and what it said.</summary>
public sealed record Said(int ExitCode, string Output, string Error);
