using Azure.Data.Tables;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>All that is stored about one person, for those who may see them.</summary>
/// <param name="Person">Their state.</param>
/// <param name="Contact">Who they are; null when that isn't kept any more, or can't be read.</param>
public sealed record WholeParticipant(Participant Person, Contact? Contact)
{
    /// <summary>Every goal they ever had.</summary>
    public IReadOnlyList<GoalRow> Goals { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    public IReadOnlyList<AlertItem> Alerts { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<MessageRow> Messages { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Reads the rows of a person's partition.</summary>
    public static WholeParticipant Of(Participant person, Contact? contact, IReadOnlyList<TableEntity> rows) => new(person, contact)
    {
        Goals = [.. Rows(rows, "goal|").Select(row => new GoalRow(row.RowKey["goal|".Length..], row.GetString("Text"), row.GetString("SetOn")))],
        CheckIns = [.. Rows(rows, "check-in|").Select(ParticipantRows.ToCheckIn).OrderBy(checkIn => checkIn.DueAt)],
        Alerts = [.. Rows(rows, ParticipantRows.Alert("")).Select(row => AlertItem.Of(person.Id, ParticipantRows.ToAlert(row)))],
        Messages = [.. Rows(rows, "message|").OrderBy(row => row.GetDateTimeOffset("At")).Select(MessageRow.Of)],
        Notes = [.. Rows(rows, Note.Prefix).Select(Note.Of)],
    };

    private static IEnumerable<TableEntity> Rows(IReadOnlyList<TableEntity> rows, string kind) =>
        rows.Where(row => row.RowKey.StartsWith(kind, StringComparison.Ordinal));
}

/// <summary>A goal as it is stored beside the state.</summary>
public sealed record GoalRow(string Id, string Text, string SetOn);

/// <summary>A message to or from the person.</summary>
/// <param name="At">When it was decided or came; null for one of which only a delivery report is known.</param>
/// <param name="Direction"><c>in</c> or <c>out</c>.</param>
/// <param name="Text">With <see cref="FirstName.Token"/> for the name.</param>
/// <param name="Reply">Our direct answer to it, likewise.</param>
/// <param name="CheckIn">The check-in that it belongs to.</param>
/// <param name="Outcome">What one from the person was taken for.</param>
/// <param name="Risk">Whether one from the person holds a risk phrase.</param>
/// <param name="Status">Where one to the person stands.</param>
public sealed record MessageRow(
    DateTimeOffset? At, string? Direction, string Text, string? Reply, string? CheckIn, string? Outcome, bool? Risk, string? Status)
{
    /// <summary>What an email is about; null for a text message.</summary>
    public string? Subject { get; init; }

    public static MessageRow Of(TableEntity row) => new(
        row.GetDateTimeOffset("At"),
        row.GetString("Direction"),
        TextOf(row),
        row.GetString("Reply"),
        row.GetString("CheckIn"),
        row.GetString("Outcome"),
        row.GetBoolean("Risk"),
        MessageStatus.Of(row))
    {
        Subject = row.GetString("Subject"),
    };

    private static string TextOf(TableEntity row) =>
        row.ContainsKey(ParticipantRows.WordsErasedAt) ? "[words no longer kept]" : row.GetString("Text") ?? "";
}
