using System.Text.Json.Nodes;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>Everything that is held about one person, for them: the same whether as JSON or as a page.</summary>
/// <param name="ParticipantId">Their pseudonym.</param>
/// <param name="At">As of when.</param>
/// <param name="Zone">The time zone of times in words.</param>
/// <param name="Sections">In the order in which a person would want to read them; each row that is stored stands in exactly one.</param>
public sealed record ParticipantRecord(string ParticipantId, Instant At, string Zone, IReadOnlyList<RecordSection> Sections);

/// <summary>What is held of one kind.</summary>
/// <param name="Title">As people would call it.</param>
/// <param name="Why">Why it is held, and where.</param>
/// <param name="Entries">Oldest first.</param>
public sealed record RecordSection(string Title, string Why, IReadOnlyList<RecordEntry> Entries);

/// <summary>One stored row.</summary>
/// <param name="Key">Its place in the store.</param>
/// <param name="At">When it came to be, where it says so.</param>
/// <param name="Facts">What it says, in words.</param>
/// <param name="Stored">The row as it is stored, what is sealed opened.</param>
public sealed record RecordEntry(string Key, Instant? At, IReadOnlyList<RecordFact> Facts, JsonObject Stored);

/// <summary>One thing that a row says.</summary>
public sealed record RecordFact(string Name, string Value);
