using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ConnectingPeople.Local.Launcher;

/// <summary>The storage emulator, on ports that it finds free by itself, so that it's never in another one's way.</summary>
public sealed partial class Azurite(Child child, string connectionString) : IAsyncDisposable
{
    private const string Account = "connectingpeople";

    /// <summary>Opens nothing: the emulator listens on loopback alone and wants some key.</summary>
    private static readonly string Key = Convert.ToBase64String(new byte[64]);

    public string ConnectionString { get; } = connectionString;

    /// <inheritdoc cref="Child.EndsAsync" />
    public Task EndsAsync() => child.EndsAsync();

    public static async Task<Azurite> StartAsync(LaunchOptions options, CancellationToken cancellation)
    {
        string[] emulator = options.DataFolder is { } folder
            ? [Checkout.Azurite, "--location", folder]
            : ["--require", Checkout.KeepExtents, Checkout.Azurite, "--inMemoryPersistence"];
        ProcessStartInfo start = new("node",
        [
            .. emulator, "--disableTelemetry", "--skipApiVersionCheck", "--silent", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        ]);
        start.Environment["AZURITE_ACCOUNTS"] = $"{Account}:{Key}";
        Child child = Child.Start("Azurite", start);
        try
        {
            return new Azurite(child, await ConnectionStringAsync(child, cancellation));
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();

    private static async Task<string> ConnectionStringAsync(Child child, CancellationToken cancellation)
    {
        string text = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};";
        int services = 0;
        await foreach (string line in child.Lines.ReadAllAsync(cancellation))
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                text += $"{match.Groups["service"].Value}Endpoint={match.Groups["address"].Value}/{Account};";
                if (++services == 3)
                {
                    return text;
                }
            }
        }

        await child.EndsAsync();
        return text;
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<address>http\S+)")]
    private static partial Regex Listening();
}
