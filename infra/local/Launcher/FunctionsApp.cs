using System.Diagnostics;
using System.Globalization;
using System.Net;
using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.SendGrid;

namespace ConnectingPeople.Local.Launcher;

/// <summary>The functions under the emulator of their host, in a process of their own.</summary>
public sealed class FunctionsApp(Child child, Uri url) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A cohort's year is played in minutes, and nothing is ever lost on this machine: exports by themselves come monthly then, and the
    /// provider's log is read weekly.
    /// </summary>
    private static readonly (string Name, string Value)[] Seldom = [("ExportSchedule", "0 0 2 1 * *"), ("ReconcileSchedule", "0 0 3 * * 0")];

    /// <inheritdoc cref="Child.EndsAsync" />
    public Task EndsAsync() => child.EndsAsync();

    /// <param name="options">Port and time.</param>
    /// <param name="storage">Azurite's connection string.</param>
    /// <param name="simulator">Where the providers' stand-ins are.</param>
    /// <param name="providers">The account they know.</param>
    /// <param name="definition">The study's definition.</param>
    /// <param name="echo">Where its log goes as well, or null.</param>
    public static FunctionsApp Start(LaunchOptions options, string storage, Uri simulator, SimulatorOptions providers, string definition, TextWriter? echo)
    {
        Uri url = new($"http://localhost:{options.Port}");
        string[] now = options.Begins is { } instant ? ["--now", instant] : [];
        ProcessStartInfo start = new("dotnet", [Checkout.Functions, "--port", options.Port.ToString(CultureInfo.InvariantCulture), .. now])
        {
            WorkingDirectory = Checkout.Root,
        };
        foreach ((string name, string value) in Settings(url, storage, simulator, providers).Append(("Study__Path", definition)).Concat(options.HasCohort ? Seldom : []))
        {
            start.Environment[name] = value;
        }

        return new FunctionsApp(Child.Start("The functions", start, echo), url);
    }

    /// <summary>Waits until they can work.</summary>
    /// <exception cref="LaunchException">They ended, or weren't ready in time.</exception>
    public async Task ReadyAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(Patience);
        using HttpClient http = new();
        try
        {
            while (!await IsReadyAsync(http, enough.Token))
            {
                await await Task.WhenAny(child.EndsAsync(), Task.Delay(Pause, enough.Token));
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new LaunchException($"The functions weren't ready in {Patience.TotalSeconds:0} seconds. {url}health/ready says what is missing; --verbose shows their log.");
        }
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();

    /// <summary>
    /// The providers are the stand-ins, whatever account a <c>local.settings.json</c> may have: a simulation must not
    /// text anyone. Everything else is the app's own settings.
    /// </summary>
    private static IEnumerable<(string Name, string Value)> Settings(Uri url, string storage, Uri simulator, SimulatorOptions providers) =>
    [
        ("AzureWebJobsStorage", storage),
        ("IdentityStorage", storage),
        ("Site__PublicUrl", url.OriginalString),
        ("Twilio__BaseUrl", simulator.OriginalString),
        ("Twilio__AccountSid", providers.AccountSid),
        ("Twilio__AuthToken", providers.AuthToken),
        ("Twilio__From", providers.From),
        ("Twilio__MessagingServiceSid", ""),
        ("SendGrid__BaseUrl", simulator.OriginalString),
        ("SendGrid__ApiKey", providers.SendGridKey),
        ("SendGrid__EventPublicKey", EventSignature.PublicKeyOf(providers.EventKey)),
    ];

    private async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri(url, "/health/ready"), cancellation);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
