using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Pauses, resumes, withdraws a person, or adds a goal.</summary>
public sealed class ChangeParticipant(SignedIn signedIn, OwnParticipants own, StaffChanges changes)
{
    [Function("PauseParticipant")]
    public Task<IResult> PauseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/{id}/pause")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, (fields, person) => changes.Pause(person, fields.Text("until")), cancellation);

    [Function("ResumeParticipant")]
    public Task<IResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/{id}/resume")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, (fields, person) => changes.Resume(
            person, fields.Part("consent") is { } given ? (given.Text("givenOn"), given.Text("version")) : null), cancellation);

    [Function("WithdrawParticipant")]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/{id}/withdraw")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, (_, _) => StaffChanges.Withdraw(), cancellation);

    [Function("AddGoal")]
    public Task<IResult> AddGoalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/{id}/goals")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, (fields, person) => StaffChanges.AddGoal(person, fields.Text("text")), cancellation);

    private async Task<IResult> ChangeAsync(HttpRequest request, string id, Func<JsonFields, Participant, StaffChange> read, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        if (await own.FindAsync(id, by!, cancellation) is not { } stored)
        {
            return OwnParticipants.NotTheirs(id);
        }

        (JsonFields? fields, IResult? problem) = await JsonFields.ReadAsync(request, cancellation);
        if (fields is null)
        {
            return problem!;
        }

        if (stored.Person.Status == Status.Withdrawn)
        {
            return Problem.Conflict(StaffChanges.HasLeft);
        }

        StaffChange asked = read(fields, stored.Person);
        FieldError[] errors = [.. fields.Errors, .. asked.Errors];
        if (errors.Length > 0)
        {
            return Problem.BadFields(errors);
        }

        Change? change = await changes.MakeAsync(stored.Person.Id, asked, cancellation);
        return change is null ? OwnParticipants.NotTheirs(id) : Results.Ok(ParticipantSummary.Of(change.After.Person));
    }
}
