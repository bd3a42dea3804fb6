using ConnectingPeople.Domain;
using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.Waves;

/// <summary>Which waves somebody asked for.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="Agency">Null for all.</param>
public sealed record WavesQuery(WaveState State, string? Agency)
{
    public const string Path = "/waves";

    /// <summary>How many the page shows.</summary>
    public const int Most = 500;

    /// <summary>Reads an address; what can't be read is left out, so that an old bookmark still shows something.</summary>
    public static WavesQuery Of(IQueryCollection query)
    {
        string state = query["state"].ToString();
        return new WavesQuery(
            Enum.GetValues<WaveState>().Cast<WaveState?>().FirstOrDefault(known => Words.Of(known!.Value) == state) ?? WaveState.Open,
            query["agency"].ToString() is { Length: > 0 } agency ? agency : null);
    }

    /// <summary>Those asked for, the first to close first.</summary>
    public IReadOnlyList<WaveRow> Of(IEnumerable<WaveRow> rows) =>
    [
        .. rows.Where(row => row.Progress.State == State && (Agency is null || row.Person.Profile.AgencyId == Agency))
            .OrderBy(row => row.Progress.Window.Closes).ThenBy(row => row.Person.Id.Text, StringComparer.Ordinal),
    ];
}
