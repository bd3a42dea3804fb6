using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>One participant with goals, check-ins, alerts and the timeline of messages.</summary>
public sealed class GetParticipant(SignedIn signedIn, WholeParticipants participants, ParticipantStore store)
{
    [Function(nameof(GetParticipant))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/participants/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        return await participants.FindAsync(id, by!, cancellation) is { } whole
            ? Results.Ok(new
            {
                participant = ParticipantSummary.Of(whole.Person, whole.Contact?.Name),
                goals = whole.Goals.Select(goal => new { id = goal.Id, text = goal.Text, setOn = goal.SetOn }),
                checkIns = whole.CheckIns.Select(CheckIn),
                alerts = whole.Alerts,
                timeline = whole.Messages.Select(Message),
            })
            : await ErasedAsync(id, by!, cancellation) ?? OwnParticipants.NotTheirs(id);
    }

    /// <returns>Null unless they were erased, and an administrator asks: for all others there is nobody of that id.</returns>
    private async Task<IResult?> ErasedAsync(string id, Principal by, CancellationToken cancellation) =>
        by.Is(Role.Administrator) && ParticipantId.TryParse(id, out ParticipantId known) && await store.ErasureAsync(known, cancellation) is { } erasure
            ? Results.Ok(new { participant = new { id = known.Text, status = "erased" }, erasure = ErasureAnswer.Of(known, erasure) })
            : null;

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
        answers = checkIn.Answers.Select(Answer),
        overridden = checkIn.Overridden.Select(Answer),
    };

    private static object Answer(Answer answer) => new
    {
        question = answer.Question,
        outcome = Domain.Words.Of(answer.Outcome),
        value = answer.Value,
        label = answer.Label,
        raw = answer.Raw,
        at = answer.At,
        source = Domain.Words.Of(answer.Source),
    };

    private static object Message(MessageRow message) => new
    {
        at = message.At,
        direction = message.Direction,
        way = message.Subject is null ? "sms" : "email",
        text = FirstName.Hide(message.Text),
        reply = message.Reply is { } reply ? FirstName.Hide(reply) : null,
        outcome = message.Outcome,
        risk = message.Risk,
        status = message.Status,
    };
}
