using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Participants;

/// <summary>The forms on a participant's page: each makes its change and leads back, or shows the page again with what is wrong.</summary>
public sealed class ChangeParticipantPage(
    Pages pages, OwnParticipants own, WholeParticipants participants, StaffChanges changes, NoteStore notes, Study study, IClock clock)
{
    [Function("PauseOnPage")]
    public Task<IResult> PauseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "participants/{id}/pause")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, "pause", (written, person) => changes.Pause(person, written.Day("until")), cancellation);

    [Function("ResumeOnPage")]
    public Task<IResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "participants/{id}/resume")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, "resume", (written, person) => changes.Resume(
            person, person.OptIn == OptIn.Out ? (written.Day("givenOn"), written.Text("version")) : null), cancellation);

    [Function("WithdrawOnPage")]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "participants/{id}/withdraw")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, "withdraw", (_, _) => StaffChanges.Withdraw(), cancellation);

    [Function("AddGoalOnPage")]
    public Task<IResult> AddGoalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "participants/{id}/goals")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, "goals", (written, person) => StaffChanges.AddGoal(person, written["goal"]), cancellation);

    [Function("AddNoteOnPage")]
    public async Task<IResult> AddNoteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "participants/{id}/notes")] HttpRequest request, string id, CancellationToken cancellation)
    {
        (PostedForm? posted, IResult? refusal) = await OpenAsync(request, id, cancellation);
        if (posted is not { Visit: var visit, Whole: var whole, Written: var written })
        {
            return refusal!;
        }

        Result<string> text = Note.Check(written["note"]);
        if (text.Error is { } problem)
        {
            return ShowAgain(posted, [new FieldError("note", problem)]);
        }

        return await AddNoteAsync(visit, whole.Person.Id.Text, text.Value!, cancellation)
            ? pages.GoTo($"/participants/{whole.Person.Id}?done=notes")
            : pages.NotFound(visit, "participant");
    }

    /// <returns>False for somebody who was erased meanwhile.</returns>
    private async Task<bool> AddNoteAsync(Visit visit, string id, string text, CancellationToken cancellation)
    {
        Note note = new(clock.GetCurrentInstant(), visit.Who!.Email, text);
        while (await own.FindAsync(id, visit.Who, cancellation) is { } about)
        {
            if (await notes.AddAsync(about, note, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<IResult> ChangeAsync(
        HttpRequest request, string id, string what, Func<Filled, Participant, StaffChange> read, CancellationToken cancellation)
    {
        (PostedForm? posted, IResult? refusal) = await OpenAsync(request, id, cancellation);
        if (posted is not { Visit: var visit, Whole: { Person: var person } })
        {
            return refusal!;
        }

        if (person.Status == Status.Withdrawn)
        {
            return pages.Say(visit, StatusCodes.Status409Conflict, "Nothing was changed", StaffChanges.HasLeft);
        }

        StaffChange asked = read(posted.Written, person);
        if (asked.Errors.Count > 0)
        {
            return ShowAgain(posted, asked.Errors);
        }

        return await changes.MakeAsync(person.Id, asked, cancellation) is null
            ? pages.NotFound(visit, "participant")
            : pages.GoTo($"/participants/{person.Id}?done={what}");
    }

    private async Task<(PostedForm? Posted, IResult? Refusal)> OpenAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        (Visit visit, IFormCollection? form, IResult? refusal) = await pages.ReadFormAsync(request, [Role.Practitioner, Role.Administrator], cancellation);
        if (form is null)
        {
            return (null, refusal);
        }

        return await participants.FindAsync(id, visit.Who!, cancellation) is { } whole
            ? (new PostedForm(visit, whole, Filled.From(form)), null)
            : (null, pages.NotFound(visit, "participant"));
    }

    private IResult ShowAgain(PostedForm posted, IReadOnlyList<FieldError> errors) => pages.Show<ParticipantPage>(
        posted.Visit,
        new
        {
            posted.Whole,
            Study = study,
            Now = clock.GetCurrentInstant(),
            In = posted.Written.With(errors.Select(Fault)),
        },
        StatusCodes.Status400BadRequest);

    /// <summary>The error of an API field as the page's field has it.</summary>
    private static FieldFault Fault(FieldError error) => error.Field switch
    {
        "until" => new FieldFault("until", "Enter a day after today, such as 5 3 2026, or leave all three boxes empty"),
        "consent" => new FieldFault("givenOn", "Enter the day on which they agreed, today or earlier, and the version of the consent form"),
        "text" when error.Problem == "is missing." => new FieldFault("goal", "Enter the goal"),
        "text" => new FieldFault("goal", $"The goal {error.Problem}"),
        "note" when error.Problem == "is missing." => new FieldFault("note", "Enter the note"),
        _ => new FieldFault("note", $"The note {error.Problem}"),
    };

    private sealed record PostedForm(Visit Visit, WholeParticipant Whole, Filled Written);
}
