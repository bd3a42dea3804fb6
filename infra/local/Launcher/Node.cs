using System.ComponentModel;
using System.Diagnostics;

namespace ConnectingPeople.Local.Launcher;

/// <summary>Node and npm, on which Azurite runs.</summary>
public static class Node
{
    private static readonly string Npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <exception cref="LaunchException">One is missing.</exception>
    public static async Task CheckAsync(CancellationToken cancellation)
    {
        foreach (string program in (string[])["node", Npm])
        {
            try
            {
                await RunAsync(program, ["--version"], cancellation);
            }
            catch (Win32Exception e)
            {
                throw new LaunchException(
                    $"'{program}' isn't there. Azurite, the storage emulator, needs Node 20 with npm: get it from https://nodejs.org, then run this again.", e);
            }
        }
    }

    /// <summary>Installs Azurite as its lock file says, unless that was done before.</summary>
    /// <exception cref="LaunchException">npm couldn't.</exception>
    public static async Task InstallAsync(TextWriter output, CancellationToken cancellation)
    {
        string asked = Path.Combine(Checkout.LocalFolder, "package-lock.json");
        string installed = Path.Combine(Checkout.LocalFolder, "node_modules", ".installed");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, cancellation) == await File.ReadAllTextAsync(asked, cancellation))
        {
            return;
        }

        await output.WriteLineAsync("Installing Azurite, the storage emulator (this happens once)…");
        (int code, string words) = await RunAsync(
            Npm, ["ci", "--prefix", Checkout.LocalFolder, "--no-fund", "--no-audit", "--ignore-scripts", "--fetch-retries", "1"], cancellation);
        if (code != 0)
        {
            throw new LaunchException($"npm couldn't install Azurite. Is the network there? It said:\n\n{words.Trim()}");
        }

        File.Copy(asked, installed, overwrite: true);
    }

    private static async Task<(int Code, string Words)> RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            string error = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, error + await output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
