namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>The groups that a report tells apart, as the column <c>fidelity</c> names them.</summary>
public static class FidelityGroup
{
    public const string Full = "full";
    public const string Partial = "partial";
    public const string NotAssessed = "not-assessed";

    private static readonly string[] Known = [Full, Partial, NotAssessed];

    /// <summary>Full, partial, not assessed, and behind them whatever else a file names.</summary>
    public static IEnumerable<string> InOrder(IEnumerable<string> groups) =>
        groups.Distinct().OrderBy(Place).ThenBy(group => group, StringComparer.Ordinal);

    private static int Place(string group) => Array.IndexOf(Known, group) is var at && at < 0 ? Known.Length : at;
}
