using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// Enrolments under way, each under an id of its own. A row says so until the participant's first batch takes it away; whoever takes it
/// away before has ended that enrolment for good, be it dead or only slow, since its batch is then refused.
/// </summary>
public sealed class BegunEnrolments(StorageClients clients, ParticipantStore participants)
{
    private const string Agency = "AgencyId";

    /// <summary>Begins an enrolment.</summary>
    /// <returns>False for an id under which another is under way.</returns>
    public async Task<bool> BeginAsync(ParticipantId id, string agency, CancellationToken cancellation)
    {
        try
        {
            await clients.Participants.AddEntityAsync(new TableEntity(id.Text, ParticipantRows.Enrolling) { [Agency] = agency }, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Stores the participant.</summary>
    /// <returns>False when another ended this enrolment before.</returns>
    public async Task<bool> CompleteAsync(Participant person, CancellationToken cancellation)
    {
        try
        {
            TableEntity row = new(person.Id.Text, ParticipantRows.Enrolling);
            await participants.InsertAsync(person, cancellation, new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All));
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is 404 or 409)
        {
            // The id is this enrolment's alone: who stands there was stored by a try whose answer got lost.
            return await participants.LoadErasedTooAsync(person.Id, cancellation) is not null;
        }
    }

    /// <summary>Ends an enrolment wherever it stands, unless it is complete.</summary>
    /// <returns>What is known of it; null when its participant exists, or existed.</returns>
    public async Task<EndedEnrolment?> EndAsync(ParticipantId id, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Participants.GetEntityIfExistsAsync<TableEntity>(
            id.Text, ParticipantRows.Enrolling, cancellationToken: cancellation);
        await clients.Participants.DeleteEntityAsync(id.Text, ParticipantRows.Enrolling, ETag.All, cancellation);
        return await participants.LoadErasedTooAsync(id, cancellation) is null ? new EndedEnrolment(row.HasValue ? row.Value!.GetString(Agency) : null) : null;
    }
}

/// <summary>An enrolment that came to nothing.</summary>
/// <param name="Agency">Under which the person may be listed; null where that isn't known any more.</param>
public sealed record EndedEnrolment(string? Agency);
