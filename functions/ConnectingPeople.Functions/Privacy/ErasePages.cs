using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>The page that says what an erasure removes and keeps and asks whether it is meant, and the deed.</summary>
public sealed class ErasePages(Pages pages, WholeParticipants participants, ParticipantErasure erasure)
{
    [Function("GetErasePage")]
    public async Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "participants/{id}/erase")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        return await participants.FindAsync(id, visit.Who!, cancellation) is { } whole
            ? pages.Show<ErasePage>(visit, new { Whole = whole })
            : pages.NotFound(visit, "participant");
    }

    [Function("EraseOnPage")]
    public async Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "participants/{id}/erase")] HttpRequest request, string id, CancellationToken cancellation)
    {
        (Visit visit, IFormCollection? form, IResult? refusal) = await pages.ReadFormAsync(request, [Role.Administrator], cancellation);
        if (form is null)
        {
            return refusal!;
        }

        Filled written = Filled.From(form);
        (ErasureOrder order, IReadOnlyList<FieldError> errors) = EraseParticipant.Read(written.Text("reason"), written.Text("answers"), visit.Who!.Email);
        FieldFault[] faults = [.. Missing(written), .. errors.Select(error => new FieldFault(error.Field, "Select one of these"))];
        if (faults.Length > 0)
        {
            return await ShowAgainAsync(visit, id, written.With(faults), cancellation);
        }

        return ParticipantId.TryParse(id, out ParticipantId known) && await erasure.EraseAsync(known, order, cancellation) is not null
            ? pages.GoTo($"/participants/{known}")
            : pages.NotFound(visit, "participant");
    }

    /// <summary>An erasure that can't be undone isn't done by a single slip of the hand.</summary>
    private static IEnumerable<FieldFault> Missing(Filled written)
    {
        if (written.Text("reason") is null)
        {
            yield return new FieldFault("reason", "Select why they are erased");
        }

        if (written["sure"] != "yes")
        {
            yield return new FieldFault("sure", "Tick the box if you are sure: nothing of this can be brought back");
        }
    }

    private async Task<IResult> ShowAgainAsync(Visit visit, string id, Filled written, CancellationToken cancellation) =>
        await participants.FindAsync(id, visit.Who!, cancellation) is { } whole
            ? pages.Show<ErasePage>(visit, new { Whole = whole, In = written }, StatusCodes.Status400BadRequest)
            : pages.NotFound(visit, "participant");
}
