using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ConnectingPeople.Testing;

/// <summary>
/// Two Azurites a test process, in memory, on ports of their own; each caller gets a storage account of its own on one of them. One
/// works on one core, and whoever keeps it busy would keep all others waiting.
/// </summary>
public sealed partial class Azurite : IAsyncDisposable
{
    private const int Accounts = 1_000;

    private static readonly Lazy<Task<Azurite>>[] Shared = [new(() => StartAsync()), new(() => StartAsync())];

    private static int taken;

    private readonly Process process;
    private bool ended;
    private readonly Dictionary<string, string> endpoints;

    private Azurite(Process process, Dictionary<string, string> endpoints)
    {
        this.process = process;
        this.endpoints = endpoints;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    private static string Key { get; } = Convert.ToBase64String(new byte[64]);

    /// <summary>The connection string of a storage account that nobody else uses, on one of this process's shared Azurites.</summary>
    public static async Task<string> NewAccountAsync()
    {
        int account = Interlocked.Increment(ref taken);
        return (await Shared[account % Shared.Length].Value).ConnectionString(account / Shared.Length);
    }

    /// <summary>Starts an Azurite of the caller's own, which the caller may stop to see what happens when storage is away.</summary>
    /// <param name="more">Further arguments of Azurite's.</param>
    public static async Task<Azurite> StartAsync(params string[] more)
    {
        string script = Repository.PathTo("infra", "local", "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            throw new InvalidOperationException($"Azurite isn't installed at {script}. Run: npm ci --prefix infra/local");
        }

        ProcessStartInfo start = new("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        string keep = Repository.PathTo("infra", "local", "keep-extents.cjs");
        foreach (string argument in (string[])["--require", keep, script, "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", .. more])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts + 1).Select(i => $"{Account(i)}:{Key}"));
        Process process = Process.Start(start)!;
        return new Azurite(process, await EndpointsAsync(process));
    }

    /// <summary>The connection string of this Azurite's account with a number from 0 to 1,000.</summary>
    public string ConnectionString(int account) =>
        account > Accounts
            ? throw new InvalidOperationException($"The tests ask for more than {Accounts} storage accounts: raise Azurite.Accounts.")
            : string.Join(';', endpoints.Select(e => $"{e.Key}Endpoint={e.Value}/{Account(account)}")
                .Prepend($"DefaultEndpointsProtocol=http;AccountName={Account(account)};AccountKey={Key}")) + ";";

    /// <summary>Where a service (<c>Blob</c>, <c>Queue</c> or <c>Table</c>) of an account is.</summary>
    public string Address(string service, int account) => $"{endpoints[service]}/{Account(account)}";

    public async ValueTask DisposeAsync()
    {
        Kill();
        ended = true;
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Account(int number) => string.Create(CultureInfo.InvariantCulture, $"test{number:000}");

    private static async Task<Dictionary<string, string>> EndpointsAsync(Process process)
    {
        Dictionary<string, string> found = [];
        string seen = "";
        while (found.Count < 3)
        {
            string line = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"Azurite ended before it listened. {seen} {await process.StandardError.ReadToEndAsync()}");
            seen += line + "\n";
            if (Listening().Match(line) is { Success: true } match)
            {
                found[match.Groups["service"].Value] = match.Groups["address"].Value;
            }
        }

        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        return found;
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<address>http\S+)")]
    private static partial Regex Listening();

    private void Kill()
    {
        if (!ended && !process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
