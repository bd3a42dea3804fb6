using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Reads everything about one person for somebody who may see them.</summary>
public sealed class WholeParticipants(OwnParticipants own, ParticipantStore participants, ContactStore contacts)
{
    /// <returns>Null unless the participant exists and the caller may see them.</returns>
    public async Task<WholeParticipant?> FindAsync(string id, Principal by, CancellationToken cancellation) =>
        await own.FindAsync(id, by, cancellation) is { } stored
            ? WholeParticipant.Of(
                stored.Person,
                await contacts.GetIfPossibleAsync(stored.Person.Id, cancellation),
                await participants.RowsOfAsync(stored.Person.Id, cancellation).ToListAsync(cancellation))
            : null;
}
