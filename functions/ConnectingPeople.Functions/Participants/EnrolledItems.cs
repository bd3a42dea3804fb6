using System.ComponentModel;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Somebody who was enrolled.</summary>
public sealed record EnrolledParticipant([property: Description("Their pseudonym.")] string Id);

/// <summary>People who were enrolled from a file.</summary>
public sealed record ImportedParticipants([property: Description("Their pseudonyms, in the order of the rows.")] IReadOnlyList<string> Enrolled);
