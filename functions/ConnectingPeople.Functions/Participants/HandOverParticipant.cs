using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Hands a person over to another practitioner of their agency.</summary>
public sealed class HandOverParticipant(SignedIn signedIn, OwnParticipants own, ParticipantChanges changes, ParticipantStore participants, AgencyStore agencies, AuditLog audit)
{
    [Function(nameof(HandOverParticipant))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/{id}/practitioner")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        if (await own.FindAsync(id, by!, cancellation) is not { Person: var person })
        {
            return OwnParticipants.NotTheirs(id);
        }

        (JsonFields? fields, IResult? problem) = await JsonFields.ReadAsync(request, cancellation);
        if (fields is null)
        {
            return problem!;
        }

        if (person.Status == Status.Withdrawn)
        {
            return Problem.Conflict(StaffChanges.HasLeft);
        }

        string email = fields.Text("practitionerEmail")?.Trim().ToLowerInvariant() ?? "";
        FieldError[] errors = [.. fields.Errors, .. await CheckAsync(email, person.Profile.AgencyId, cancellation)];
        return errors.Length > 0 ? Problem.BadFields(errors) : await HandOverAsync(person.Id, email, by!, cancellation);
    }

    private async Task<IEnumerable<FieldError>> CheckAsync(string email, string agency, CancellationToken cancellation) =>
        await agencies.FindStaffAsync(email, cancellation) is { } member && member.MayWorkAt(agency)
            ? []
            : [new FieldError("practitionerEmail", Enrolments.NobodyThere)];

    private async Task<IResult> HandOverAsync(ParticipantId id, string email, Principal by, CancellationToken cancellation)
    {
        await audit.HandedOverAsync(by, id, email, cancellation);
        Change? change = await changes.ChangeAsync(
            id,
            (current, now) => current.Status == Status.Withdrawn ? new Decision(current) : HandingOver.To(new Decision(current), email, now),
            cancellation);
        if (change is null)
        {
            return OwnParticipants.NotTheirs(id.Text);
        }

        await ListAsync(change.After.Person, cancellation);
        return Results.Ok(ParticipantSummary.Of(change.After.Person));
    }

    /// <summary>The list follows the state, and whoever else handed the person over meanwhile; after a crash it does when asked again.</summary>
    private async Task ListAsync(Participant? person, CancellationToken cancellation)
    {
        for (string? listed = null; person is not null && person.Profile.Practitioner != listed; person = (await participants.LoadAsync(person.Id, cancellation))?.Person)
        {
            await agencies.ListAsync(person.Id, person.Profile, cancellation);
            listed = person.Profile.Practitioner;
        }
    }
}
