using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>
/// Whose participant is whose: practitioners have their own, supervisors their agency's, administrators all. Somebody else's
/// can't be told from one that doesn't exist.
/// </summary>
public sealed class OwnParticipants(ParticipantStore participants, AgencyStore agencies)
{
    /// <returns>Null unless the participant exists and the caller may see them.</returns>
    public async Task<Stored?> FindAsync(string id, Principal by, CancellationToken cancellation) =>
        ParticipantId.TryParse(id, out ParticipantId parsed)
        && await participants.LoadAsync(parsed, cancellation) is { } stored
        && await MaySeeAsync(stored.Person.Profile, by, cancellation)
            ? stored
            : null;

    /// <summary>The refusal for a participant that isn't there or isn't theirs.</summary>
    public static IResult NotTheirs(string id) => Problem.NotFound($"There is no participant {id} among yours.");

    private async Task<bool> MaySeeAsync(Profile profile, Principal by, CancellationToken cancellation) =>
        by.Is(Role.Administrator)
        || (by.Is(Role.Practitioner) && profile.Practitioner == by.Email)
        || (by.Is(Role.Supervisor) && (await agencies.FindStaffAsync(by.Email, cancellation))?.AgencyId == profile.AgencyId);
}
