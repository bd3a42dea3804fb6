using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>Tells how fully an agency implements the model: supervisors of their own agency, researchers and administrators of all.</summary>
public sealed class GetFidelity(SignedIn signedIn, AgencyStore agencies, FidelityStore fidelity, Study study, IClock clock)
{
    [Function(nameof(GetFidelity))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{id}/fidelity")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Supervisor, Role.Administrator, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        if (!AgencyId.IsOne(id) || !await MaySeeAsync(id, by!, cancellation) || await agencies.FindAsync(id, cancellation) is null)
        {
            return Problem.NotFound($"There is no agency {id} among yours.");
        }

        IReadOnlyList<FidelityAssessment> history = await fidelity.HistoryAsync(id, cancellation);
        return FidelityAnswer.Of(Triangulation.Of(history, clock.GetCurrentInstant(), study.Fidelity));
    }

    private async Task<bool> MaySeeAsync(string agency, Principal by, CancellationToken cancellation) =>
        by.Is(Role.Administrator) || by.Is(Role.Researcher) || (await agencies.FindStaffAsync(by.Email, cancellation))?.AgencyId == agency;
}
