using System.ComponentModel.DataAnnotations;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Participants;

/// <summary>One person in a list.</summary>
public sealed record ParticipantSummary(
    string Id, string AgencyId, string PractitionerEmail, [property: WordOf(typeof(ClientGroup))] string ClientGroup,
    [property: WordOf(typeof(Channel))] string Channel, string Language, [property: WordOf(typeof(Status))] string Status, bool OptedOut,
    bool Unreachable, [property: DataType(DataType.Date)] string EnrolledOn, [property: DataType(DataType.Date)] string? PausedUntil,
    string? CheckInUnderWay, string? Name = null)
{
    public static ParticipantSummary Of(Participant person, string? name = null)
    {
        Profile profile = person.Profile;
        DateTimeZone zone = profile.Zone();
        return new ParticipantSummary(
            person.Id.Text,
            profile.AgencyId,
            profile.Practitioner,
            Words.Of(profile.ClientGroup),
            Words.Of(profile.Channel),
            profile.Language,
            Words.Of(person.Status),
            person.OptIn == OptIn.Out,
            person.Unreachable is not null,
            Day(profile.EnrolledAt.InZone(zone).Date),
            person.PausedUntil is { } until ? Day(until.InZone(zone).Date) : null,
            person.Talking,
            name);
    }

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", null);
}
