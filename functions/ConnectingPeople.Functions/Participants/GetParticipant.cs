using Azure.Data.Tables;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>One participant with goals, check-ins, alerts and the timeline of messages.</summary>
public sealed class GetParticipant(SignedIn signedIn, OwnParticipants own, ParticipantStore participants, ContactStore contacts)
{
    [Function(nameof(GetParticipant))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/participants/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        if (await own.FindAsync(id, by!, cancellation) is not { } stored)
        {
            return OwnParticipants.NotTheirs(id);
        }

        List<TableEntity> rows = await participants.RowsOfAsync(stored.Person.Id, cancellation).ToListAsync(cancellation);
        string? name = (await contacts.GetAsync(stored.Person.Id, cancellation))?.Name;
        return Results.Ok(new
        {
            participant = ParticipantSummary.Of(stored.Person, name),
            goals = Rows(rows, "goal|").Select(row => new { id = row.RowKey["goal|".Length..], text = row.GetString("Text"), setOn = row.GetString("SetOn") }),
            checkIns = Rows(rows, "check-in|").Select(ParticipantRows.ToCheckIn).OrderBy(checkIn => checkIn.DueAt).Select(CheckIn),
            alerts = Rows(rows, ParticipantRows.Alert("")).Select(row => AlertItem.Of(stored.Person.Id, ParticipantRows.ToAlert(row))),
            timeline = Rows(rows, "message|").OrderBy(row => row.GetDateTimeOffset("At")).Select(Message),
        });
    }

    private static IEnumerable<TableEntity> Rows(List<TableEntity> rows, string kind) =>
        rows.Where(row => row.RowKey.StartsWith(kind, StringComparison.Ordinal));

    private static object CheckIn(CheckIn checkIn) => new
    {
        id = checkIn.Id,
        questionnaire = checkIn.Questionnaire,
        wave = checkIn.Wave,
        status = Domain.Words.Of(checkIn.Status),
        dueAt = checkIn.DueAt,
        sentAt = checkIn.SentAt,
        completedAt = checkIn.CompletedAt,
        closedAt = checkIn.ClosedAt,
        reminders = checkIn.Reminders,
        answers = checkIn.Answers.Select(answer => new
        {
            question = answer.Question,
            outcome = Domain.Words.Of(answer.Outcome),
            value = answer.Value,
            label = answer.Label,
            raw = answer.Raw,
            at = answer.At,
        }),
    };

    private static object Message(TableEntity row) => new
    {
        at = row.GetDateTimeOffset("At"),
        direction = row.GetString("Direction"),
        text = FirstName.Hide(row.GetString("Text") ?? ""),
        reply = row.GetString("Reply") is { } reply ? FirstName.Hide(reply) : null,
        outcome = row.GetString("Outcome"),
        risk = row.GetBoolean("Risk"),
        status = MessageStatus.Of(row),
    };
}
