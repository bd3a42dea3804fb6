using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>
/// Records assessments of an agency's fidelity, all of them or none. One that comes again changes nothing; one with the id of
/// another corrects it, and datasets of before still show what was known then.
/// </summary>
public sealed class SaveFidelity(SignedIn signedIn, AgencyStore agencies, FidelityStore fidelity, Study study, IClock clock)
{
    /// <summary>Agencies have no time zone of their own; the study's are in England.</summary>
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Function(nameof(SaveFidelity))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agencies/{id}/fidelity")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Administrator, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        if (!AgencyId.IsOne(id) || await agencies.FindAsync(id, cancellation) is null)
        {
            return Problem.NotFound($"There is no agency {id}. Add it first with PUT /api/agencies/{{id}}.");
        }

        (JsonFields? fields, IResult? problem) = await JsonFields.ReadAsync(request, cancellation);
        if (fields is null)
        {
            return problem!;
        }

        (IReadOnlyList<FidelityForm> forms, IReadOnlyList<Domain.Participants.FieldError> errors) =
            FidelityBody.Read(fields, study.Fidelity, clock.GetCurrentInstant().InZone(Zone).Date);
        return errors.Count > 0 ? Problem.BadFields(errors) : await RecordAsync(id, forms, by!, cancellation);
    }

    private async Task<IResult> RecordAsync(string agency, IReadOnlyList<FidelityForm> forms, Principal by, CancellationToken cancellation)
    {
        while (true)
        {
            IReadOnlyList<FidelityAssessment> history = await fidelity.HistoryAsync(agency, cancellation);
            Instant now = clock.GetCurrentInstant();
            FidelityRecording recording = RecordingFidelity.Decide(history, forms, now, by.Email);
            if (recording.Twins.Count > 0)
            {
                return Problem.BadFields(recording.Twins);
            }

            if (recording.Conflicts.Count > 0)
            {
                return Problem.Conflict(string.Join(" ", recording.Conflicts.Select(conflict => $"{conflict.Field} {conflict.Problem}")));
            }

            if (recording.Add.Count == 0 || await fidelity.AddAsync(agency, recording.Add, cancellation))
            {
                return FidelityAnswer.Of(Triangulation.Of([.. history, .. recording.Add], now, study.Fidelity));
            }
        }
    }
}
