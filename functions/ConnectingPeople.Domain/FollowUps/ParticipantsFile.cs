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
        KeyColumns.Agency<ParticipantHistory>(row => row.Person.Profile.AgencyId),
        new Text("sector", "The agency's sector", row => row.Sector)
        {
            Codes = ["local-authority", "nhs", "third-sector"], Missing = "the agency isn't on the list of agencies",
        },
        KeyColumns.Fidelity<ParticipantHistory>(row => row.Fidelity),
        new Text("client_group", "Why the participant is supported", row => Words.Of(row.Person.Profile.ClientGroup))
        {
            Codes = KeyColumns.Listed<ClientGroup>(),
        },
        new Text("age_band", "Age at enrolment", row => row.Person.Profile.AgeBand)
        {
            Unit = "years", Values = "such as 25-34 or 65+", Missing = "it wasn't asked",
        },
        new Text("gender", "Gender, in the participant's own word for it", row => row.Person.Profile.Gender) { Missing = "it wasn't asked" },
        new Text("language", "The language the participant is written to in", row => row.Person.Profile.Language) { Values = "a BCP 47 tag" },
        new Text("channel", "How the participant is written to", row => Words.Of(row.Person.Profile.Channel)) { Codes = KeyColumns.Listed<Channel>() },
        new Date("enrolled_on", "The day of enrolment", row => row.EnrolledOn) { Derivation = KeyColumns.DayIsLocal },
        new Text("consent_version", "The version of the consent form", row => row.Person.Profile.Consent.Version),
        new Text("status", "Where the participant stood at the cut-off", row => row.Standing is { } standing ? Words.Of(standing) : null)
        {
            Codes = KeyColumns.Listed<Standing>(),
            Missing = "it changed between the cut-off and the compiling of the export",
            Derivation = "stopped: asked for messages to stop and hasn't left the study",
        },
        new Date("status_on", "Since which day", row => row.StandingSince is { } since ? row.DayOf(since) : null)
        {
            Missing = "nobody can tell", Derivation = KeyColumns.DayIsLocal,
        },
    ])
    {
        Key = ["participant_id"],
    };
}
