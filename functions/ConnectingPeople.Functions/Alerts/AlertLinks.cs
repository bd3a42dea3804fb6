using System.Globalization;
using System.Text;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>
/// Links in messages to staff that lead to one alert without signing in. A link names the alert, whom it was sent to and when it
/// ends, signed under a key of its own that every instance derives alike from <c>Privacy__LinkKey</c>.
/// </summary>
public sealed class AlertLinks(IOptions<PrivacyOptions> privacy, IOptions<SiteOptions> site, IClock clock)
{
    private static readonly Duration ValidFor = Duration.FromDays(14);

    private readonly SignedTokens tokens = new(privacy, "alert link");

    /// <summary>A link for that member of staff, good for two weeks.</summary>
    public string Make(AlertReference alert, string email)
    {
        string ends = (clock.GetCurrentInstant() + ValidFor).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{site.Value.Root}/alerts/link/{tokens.Make(Encoding.UTF8.GetBytes($"{alert}|{email}|{ends}"))}";
    }

    /// <summary>Reads the token at the end of a link.</summary>
    /// <returns>Null for one that is forged or old.</returns>
    public AlertLink? Read(string token) =>
        tokens.Read(token) is { } said
        && Encoding.UTF8.GetString(said).Split('|') is [string alert, string email, string ends]
        && AlertReference.TryParse(alert, out AlertReference? which)
        && long.TryParse(ends, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && clock.GetCurrentInstant() < Instant.FromUnixTimeSeconds(seconds)
            ? new AlertLink(which, email)
            : null;
}

/// <summary>What a link says.</summary>
/// <param name="Which">The alert that it leads to.</param>
/// <param name="Email">Whom it was sent to.</param>
public sealed record AlertLink(AlertReference Which, string Email)
{
    public override string ToString() => $"a link to {Which}";
}
