using System.Globalization;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Participants;

/// <summary>In which order the caseload stands.</summary>
public enum CaseloadOrder
{
    /// <summary>The most urgent alerts first; of those alike whoever has been silent longest.</summary>
    Alerts,
    Name,
    LastHeard,
    NextCheckIn,
}

/// <summary>Which part of the caseload somebody asked for, and in which order.</summary>
/// <param name="Text">Part of a name or id; empty for all.</param>
/// <param name="Agency">Null for all.</param>
/// <param name="Standing">Null for all.</param>
/// <param name="Order">In which order.</param>
/// <param name="Page">Counted from 1.</param>
public sealed record CaseloadQuery(string Text, string? Agency, Standing? Standing, CaseloadOrder Order, int Page)
{
    /// <summary>How many people a page shows.</summary>
    public const int PageSize = 500;

    private const int MaxText = 100;

    /// <summary>
    /// <see cref="Text"/> as addresses have it: sealed, because addresses stay in logs and histories, and it may be a name. Null for one
    /// that somebody wrote into the address as it is.
    /// </summary>
    public string? Sealed { get; init; }

    /// <summary>Reads what was chosen, in an address or a form; what can't be read is left out, so that an old bookmark still shows the caseload.</summary>
    /// <param name="chosen">The value of each field, empty where it is missing.</param>
    /// <param name="search">Part of a name or id, opened.</param>
    public static CaseloadQuery Of(Func<string, string> chosen, string search)
    {
        string text = search.Trim();
        return new CaseloadQuery(
            text.Length > MaxText ? text[..MaxText] : text,
            chosen("agency") is { Length: > 0 } agency ? agency : null,
            Read<Standing>(chosen("state")),
            Read<CaseloadOrder>(chosen("order")) ?? CaseloadOrder.Alerts,
            int.TryParse(chosen("page"), NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? Math.Max(1, page) : 1);
    }

    /// <summary>Whether it leaves nobody out.</summary>
    public bool ShowsAll => Text.Length == 0 && Agency is null && Standing is null;

    /// <summary>Where this part of the caseload is shown.</summary>
    public string Address
    {
        get
        {
            QueryString query = QueryString.Empty;
            query = Text.Length > 0 ? query.Add("search", Sealed ?? Text) : query;
            query = Agency is { } agency ? query.Add("agency", agency) : query;
            query = Standing is { } standing ? query.Add("state", Words.Of(standing)) : query;
            query = Order == CaseloadOrder.Alerts ? query : query.Add("order", Words.Of(Order));
            query = Page > 1 ? query.Add("page", Page.ToString(CultureInfo.InvariantCulture)) : query;
            return $"/caseload{query}";
        }
    }

    /// <summary>Everybody who was asked for, in order; <see cref="Page"/> isn't looked at.</summary>
    public IReadOnlyList<CaseloadRow> Of(IEnumerable<CaseloadRow> rows)
    {
        IEnumerable<CaseloadRow> found = rows.Where(IsAskedFor);
        return [.. Order switch
        {
            CaseloadOrder.Name => found.OrderBy(row => row.Name is null).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ThenBy(IdOf, StringComparer.Ordinal),
            CaseloadOrder.LastHeard => found.OrderBy(row => row.SilentSince).ThenBy(IdOf, StringComparer.Ordinal),
            CaseloadOrder.NextCheckIn => found.OrderBy(row => row.Next ?? Instant.MaxValue).ThenBy(IdOf, StringComparer.Ordinal),
            _ => found.OrderByDescending(row => row.Worst is { } worst ? (int)worst : -1).ThenBy(HasLeft).ThenBy(row => row.SilentSince).ThenBy(IdOf, StringComparer.Ordinal),
        }];
    }

    /// <summary>The silence of those who left says nothing.</summary>
    private static bool HasLeft(CaseloadRow row) => row.Standing == Domain.Participants.Standing.Left;

    private static string IdOf(CaseloadRow row) => row.Person.Id.Text;

    private bool IsAskedFor(CaseloadRow row) =>
        (Agency is null || row.Person.Profile.AgencyId == Agency)
        && (Standing is null || row.Standing == Standing)
        && (Text.Length == 0 || (row.Name is { } name && NameSearch.Finds(name, Text))
            || row.Person.Id.Text.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || (ParticipantId.TryParse(Text, out ParticipantId id) && id == row.Person.Id));

    private static T? Read<T>(string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Words.Of(value!.Value) == text);
}
