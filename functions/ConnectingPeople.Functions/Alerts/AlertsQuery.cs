using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Which alerts somebody asked for.</summary>
/// <param name="Resolved">Those that were resolved lately, else the open ones.</param>
/// <param name="Person">Only this person's; null for all.</param>
/// <param name="Agency">Only this agency's; null for all.</param>
public sealed record AlertsQuery(bool Resolved, ParticipantId? Person, string? Agency)
{
    public static AlertsQuery Of(IQueryCollection query) => new(
        query["show"] == "resolved",
        ParticipantId.TryParse(query["person"], out ParticipantId id) ? id : null,
        query["agency"].ToString() is { Length: > 0 } agency ? agency : null);

    /// <summary>Where these alerts are shown.</summary>
    public string Address
    {
        get
        {
            QueryString query = Resolved ? QueryString.Create("show", "resolved") : QueryString.Empty;
            query = Person is { } person ? query.Add("person", person.Text) : query;
            return $"/alerts{(Agency is { } agency ? query.Add("agency", agency) : query)}";
        }
    }

    public bool IsOf(Participant person) => (Person is null || person.Id == Person) && (Agency is null || person.Profile.AgencyId == Agency);
}
