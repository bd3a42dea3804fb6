using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>
/// Erases a person. A body isn't needed: <c>{"reason": "participant-asked", "answers": "erase"}</c> says why, and that all answers go where
/// the consent would let coded ones stay. Asked again it answers the same.
/// </summary>
public sealed class EraseParticipant(SignedIn signedIn, ParticipantErasure erasure)
{
    /// <summary>The reasons that people may give.</summary>
    public static IReadOnlyList<ErasureReason> Reasons { get; } =
        [ErasureReason.ParticipantAsked, ErasureReason.RepresentativeAsked, ErasureReason.EnrolledByMistake];

    [Function(nameof(EraseParticipant))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/participants/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        (JsonFields? fields, IResult? problem) = await JsonFields.ReadAsync(request, cancellation);
        if (fields is null)
        {
            return problem!;
        }

        (ErasureOrder order, IReadOnlyList<FieldError> errors) = Read(fields.Text("reason"), fields.Text("answers"), by!.Email);
        if (errors.Count + fields.Errors.Count > 0)
        {
            return Problem.BadFields([.. fields.Errors, .. errors]);
        }

        return ParticipantId.TryParse(id, out ParticipantId known) && await erasure.EraseAsync(known, order, cancellation) is { } done
            ? Results.Ok(ErasureAnswer.Of(known, done))
            : OwnParticipants.NotTheirs(id);
    }

    /// <summary>Reads an order from what somebody wrote, in a request or on a page.</summary>
    public static (ErasureOrder Order, IReadOnlyList<FieldError> Errors) Read(string? reason, string? answers, string by)
    {
        List<FieldError> errors = [];
        ErasureReason? why = Reasons.Cast<ErasureReason?>().FirstOrDefault(one => Domain.Words.Of(one!.Value) == reason);
        if (reason is { Length: > 0 } && why is null)
        {
            errors.Add(new FieldError("reason", $"must be one of: {string.Join(", ", Reasons.Select(Domain.Words.Of))}; or leave it out."));
        }

        if (answers is not (null or "" or "as-consented" or "erase"))
        {
            errors.Add(new FieldError("answers", "must be \"as-consented\" or \"erase\"; or leave it out, which means as consented."));
        }

        return (new ErasureOrder(by, why ?? ErasureReason.NotSaid, answers == "erase"), errors);
    }
}
