using ConnectingPeople.Domain;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Storage;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Pauses, resumes, withdraws a person, or adds a goal.</summary>
public sealed class ChangeParticipant(SignedIn signedIn, OwnParticipants own, ParticipantChanges changes, Study study)
{
    [Function("PauseParticipant")]
    public Task<IResult> PauseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/{id}/pause")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, ReadPause, cancellation);

    [Function("ResumeParticipant")]
    public Task<IResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/{id}/resume")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, ReadResume, cancellation);

    [Function("WithdrawParticipant")]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/{id}/withdraw")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, (_, _, _) => (person, now) => Pausing.Withdraw(new Decision(person), now), cancellation);

    [Function("AddGoal")]
    public Task<IResult> AddGoalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/{id}/goals")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, ReadGoal, cancellation);

    private delegate Func<Participant, Instant, Decision> ReadChange(JsonFields fields, Participant person, List<FieldError> errors);

    private async Task<IResult> ChangeAsync(HttpRequest request, string id, ReadChange read, CancellationToken cancellation)
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
            return Problem.Conflict("This person has left the study. Nothing can be changed any more; enrol them anew if they come back.");
        }

        List<FieldError> errors = [];
        Func<Participant, Instant, Decision> decide = read(fields, stored.Person, errors);
        errors.InsertRange(0, fields.Errors);
        if (errors.Count > 0)
        {
            return Problem.BadFields(errors);
        }

        Change? change = await changes.ChangeAsync(stored.Person.Id, decide, cancellation);
        return change is null ? OwnParticipants.NotTheirs(id) : Results.Ok(ParticipantSummary.Of(change.After.Person));
    }

    private Func<Participant, Instant, Decision> ReadPause(JsonFields fields, Participant person, List<FieldError> errors)
    {
        Instant? until = null;
        if (fields.Text("until") is { } text)
        {
            if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out LocalDate day)
                && Occurrences.At(day, LocalTime.Midnight, person.Profile) is var end && end > changes.Now)
            {
                until = end;
            }
            else
            {
                errors.Add(new FieldError("until", "must be a day after today, such as 2026-03-05; leave it out for a pause without an end."));
            }
        }

        return (current, now) => Pausing.Pause(new Decision(current), until, now);
    }

    private Func<Participant, Instant, Decision> ReadResume(JsonFields fields, Participant person, List<FieldError> errors)
    {
        Consent? consent = null;
        if (fields.Part("consent") is { } given)
        {
            string? version = given.Text("version");
            Result<LocalDate> day = Consent.ReadDay(given.Text("givenOn"), changes.Now.InZone(person.Profile.Zone()).Date);
            if (day.Error is null && !string.IsNullOrWhiteSpace(version))
            {
                consent = new Consent(day.Value, version.Trim());
            }
            else
            {
                errors.Add(new FieldError("consent", "needs givenOn, a day not after today such as 2026-03-05, and version."));
            }
        }
        else if (person.OptIn == OptIn.Out)
        {
            errors.Add(new FieldError("consent", "is missing: this person asked us to stop. Only their own START, or consent that you record here, undoes that."));
        }

        return (current, now) => Pausing.Resume(Pausing.OptInAgain(new Decision(current), consent, now, study), now, study);
    }

    private Func<Participant, Instant, Decision> ReadGoal(JsonFields fields, Participant person, List<FieldError> errors)
    {
        Result<string> goal = Goals.Check(fields.Text("text"));
        if (goal.Error is { } problem)
        {
            errors.Add(new FieldError("text", problem));
        }
        else if (person.Goals.Count >= Goals.Most)
        {
            errors.Add(new FieldError("text", $"is one goal too many: {Goals.Most} are the most."));
        }

        return (current, now) => Goals.Add(new Decision(current), goal.Value ?? "", now);
    }
}
