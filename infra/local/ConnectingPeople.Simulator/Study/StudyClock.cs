using System.Net.Http.Json;
using System.Text.Json;
using NodaTime.Text;

namespace ConnectingPeople.Simulator.Study;

/// <summary>
/// The study's own time, which can be moved. Messages have to bear it, because the study looks for them in the provider's
/// list by date. While the functions don't answer, the time goes on from when they last did.
/// </summary>
public sealed class StudyClock(SimulatorOptions options, StudyAddress study, IHttpClientFactory http)
{
    public const string Client = "clock";

    private Duration ahead = Duration.Zero;
    private volatile bool isKnown;

    /// <summary>Whether the study answered when it was last asked for its time.</summary>
    public bool IsHeard { get; private set; }

    /// <summary>The time as last heard of, without asking again.</summary>
    public Instant LastKnown => options.Clock?.GetCurrentInstant() ?? (SystemClock.Instance.GetCurrentInstant() + ahead);

    public async Task<Instant> NowAsync(CancellationToken cancellation) =>
        (options.Clock is null && study.Url is not null && !isKnown ? await AskAsync(cancellation) : null) ?? LastKnown;

    /// <summary>
    /// Believes in an instant that the study is being moved to, without asking, until <see cref="AskAgain"/>: with hundreds of
    /// messages at each stop, asking for each would take longer than the rest.
    /// </summary>
    public void Believe(Instant now) => (ahead, isKnown) = (now - SystemClock.Instance.GetCurrentInstant(), true);

    public void AskAgain() => isKnown = false;

    private async Task<Instant?> AskAsync(CancellationToken cancellation)
    {
        try
        {
            using HttpClient client = http.CreateClient(Client);
            JsonElement answer = await client.GetFromJsonAsync<JsonElement>(study.For("/local/clock"), cancellation);
            Instant now = InstantPattern.ExtendedIso.Parse(answer.GetProperty("now").GetString()!).Value;
            (ahead, IsHeard) = (now - SystemClock.Instance.GetCurrentInstant(), true);
            return now;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            IsHeard = false; // They're away, or are no emulator: a message can still be dated.
            return null;
        }
    }
}
