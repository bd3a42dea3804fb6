using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.FollowUps;

using Date = DateColumn<ParticipantHistory>;
using Text = TextColumn<ParticipantHistory>;

/// <summary><c>participants</c>: a row is a participant, sorted by participant_id.</summary>
public static class ParticipantsFile
{
    public static Dataset<ParticipantHistory> Dataset { get; } = new("participants",
    [
        KeyColumns.Participant<ParticipantHistory>(row => row.Person.Id.Text),
        new Text("agency_id", "The agency that works with the participant", row => row.Person.Profile.AgencyId),
        new Text("sector", "The agency's sector", row => row.Sector)
        {
            Codes = ["local-authority", "nhs", "third-sector"], Missing = "the agency isn't on the list of agencies",
        },
        new Text("fidelity", "How fully the agency implements the model", row => Words.Of(row.Fidelity))
        {
            Codes = ["full", "partial", "not-assessed"],
            Derivation = "from the agency's assessments as they were recorded by the cut-off, scores from 1 to 5: each source's mean, "
                + "the mean of these for each element, the mean of the elements; full from the threshold of the study definition on; "
                + "not-assessed while an element was scored by fewer different sources than the definition asks for",
        },
        new Text("client_group", "Why the participant is supported", row => Words.Of(row.Person.Profile.ClientGroup))
        {
            Codes = Listed<ClientGroup>(),
        },
        new Text("age_band", "Age at enrolment", row => row.Person.Profile.AgeBand)
        {
            Unit = "years", Values = "such as 25-34 or 65+", Missing = "it wasn't asked",
        },
        new Text("gender", "Gender, in the participant's own word for it", row => row.Person.Profile.Gender) { Missing = "it wasn't asked" },
        new Text("language", "The language the participant is written to in", row => row.Person.Profile.Language) { Values = "a BCP 47 tag" },
        new Text("channel", "How the participant is written to", row => Words.Of(row.Person.Profile.Channel)) { Codes = Listed<Channel>() },
        new Date("enrolled_on", "The day of enrolment", row => row.Day(row.Person.Profile.EnrolledAt)) { Derivation = KeyColumns.DayIsLocal },
        new Text("consent_version", "The version of the consent form", row => row.Person.Profile.Consent.Version),
        new Text("status", "Where the participant stood at the cut-off", row => row.Standing is { } standing ? Words.Of(standing) : null)
        {
            Codes = Listed<Standing>(),
            Missing = "it changed between the cut-off and the compiling of the export",
            Derivation = "stopped: asked for messages to stop and hasn't left the study",
        },
        new Date("status_on", "Since which day", row => row.Day(row.StandingSince))
        {
            Missing = "nobody can tell", Derivation = KeyColumns.DayIsLocal,
        },
    ])
    {
        Key = ["participant_id"],
    };

    private static LocalDate? Day(this ParticipantHistory row, Instant? moment) => moment?.InZone(row.Person.Profile.Zone()).Date;

    private static string[] Listed<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => Words.Of(value))];
}
