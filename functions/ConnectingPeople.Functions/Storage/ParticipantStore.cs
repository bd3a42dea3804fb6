using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;
using ConnectingPeople.Functions.Operations;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// Everything about participants but who they are. A person is one partition, so a decision is stored as one atomic batch,
/// guarded by the version of the state that it was made from.
/// </summary>
public sealed class ParticipantStore(StorageClients clients)
{
    /// <summary>A batch may hold a hundred rows and 4 MiB; check-ins of people who write at length fill some of it.</summary>
    private const int MostInBatch = 50;

    /// <summary>Loads a person's state.</summary>
    /// <returns>Null when nobody has that id, or has it any more: whoever was erased isn't there for anything but what tells of the erasure.</returns>
    public async Task<Stored?> LoadAsync(ParticipantId id, CancellationToken cancellation) =>
        await LoadErasedTooAsync(id, cancellation) is { Person.ErasedAt: null } stored ? stored : null;

    /// <summary>Loads a person's state, or what an erasure left of it.</summary>
    /// <returns>Null when nobody ever had that id.</returns>
    public async Task<Stored?> LoadErasedTooAsync(ParticipantId id, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Participants.GetEntityIfExistsAsync<TableEntity>(
            id.Text, ParticipantRows.State, cancellationToken: cancellation);
        return row.HasValue ? new Stored(ParticipantRows.ToParticipant(row.Value!), row.Value!.ETag, row.Value.GetString(ParticipantRows.Trace)) : null;
    }

    /// <summary>Loads the states of many.</summary>
    /// <returns>By id; who doesn't exist, or was erased, isn't there.</returns>
    public async Task<IReadOnlyDictionary<string, Participant>> LoadAsync(IEnumerable<ParticipantId> ids, CancellationToken cancellation, int atMost = ManyRows.OneByOne) =>
        (await ManyRows.ReadAsync(clients.Participants, ids, ParticipantRows.State, ["PartitionKey", .. LongText.Columns], cancellation, atMost))
            .Select(row => ParticipantRows.ToParticipant(row.Value))
            .Where(person => person.ErasedAt is null)
            .ToDictionary(person => person.Id.Text);

    /// <summary>A check-in, open or not; null when there is none of that id.</summary>
    public async Task<CheckIn?> CheckInAsync(ParticipantId id, string checkIn, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Participants.GetEntityIfExistsAsync<TableEntity>(
            id.Text, ParticipantRows.CheckIn(checkIn), cancellationToken: cancellation);
        return row.HasValue ? ParticipantRows.ToCheckIn(row.Value!) : null;
    }

    /// <summary>An alert, open or not; null when there is none of that id.</summary>
    public async Task<Alert?> AlertAsync(ParticipantId id, string alert, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Participants.GetEntityIfExistsAsync<TableEntity>(
            id.Text, ParticipantRows.Alert(alert), cancellationToken: cancellation);
        return row.HasValue ? ParticipantRows.ToAlert(row.Value!) : null;
    }

    /// <summary>All alerts of one person, open or not.</summary>
    public async Task<IReadOnlyList<Alert>> AlertsAsync(ParticipantId id, CancellationToken cancellation)
    {
        string filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Text} and RowKey ge {ParticipantRows.Alert("")} and RowKey lt {"alert}"}");
        return await clients.Participants.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            .Select(ParticipantRows.ToAlert).ToListAsync(cancellation);
    }

    /// <summary>The resolved alerts of many, with whose they are.</summary>
    public async Task<IReadOnlyList<(string Participant, Alert Alert)>> ResolvedAlertsAsync(IEnumerable<ParticipantId> ids, CancellationToken cancellation)
    {
        string filter = TableClient.CreateQueryFilter(
            $"RowKey ge {ParticipantRows.Alert("")} and RowKey lt {"alert}"} and AlertState eq {AlertState.Resolved.ToString()}");
        IReadOnlyList<TableEntity> rows = await ManyRows.FindAsync(clients.Participants, ids, filter, cancellation);
        return [.. rows.Select(row => (row.PartitionKey, ParticipantRows.ToAlert(row)))];
    }

    /// <summary>Stores a person for the first time, with the rows of their goals.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="also">What must be done with it, or nothing is.</param>
    public Task InsertAsync(Participant person, CancellationToken cancellation, params IEnumerable<TableTransactionAction> also) =>
        clients.Participants.SubmitTransactionAsync(
            person.Goals.Select(goal => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ParticipantRows.Of(person.Id, goal)))
                .Prepend(new TableTransactionAction(TableTransactionActionType.Add, ParticipantRows.Of(person)))
                .Concat(also),
            cancellation);

    /// <summary>Stores a decision, all of it or nothing.</summary>
    /// <returns>The state as stored now; null when the race was lost: the state moved on, or this very message is stored already.</returns>
    public async Task<Stored?> CommitAsync(Stored before, Decision decision, CancellationToken cancellation)
    {
        bool saysSomething = decision is not { Send.Count: 0, Reply: null };
        string? trace = saysSomething ? StudyTrace.Current ?? before.Trace : before.Trace;
        try
        {
            Response<IReadOnlyList<Response>> stored = await clients.Participants.SubmitTransactionAsync(
                ParticipantRows.Batch(before with { Trace = trace }, decision), cancellation);
            return new Stored(decision.Person, stored.Value[0].Headers.ETag ?? ETag.All, trace);
        }
        catch (TableTransactionFailedException e) when (e.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <summary>The answer that was recorded for a message.</summary>
    public async Task<RecordedReply?> ReplyToAsync(ParticipantId id, string providerId, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Participants.GetEntityIfExistsAsync<TableEntity>(
            id.Text, ParticipantRows.Message(providerId), cancellationToken: cancellation);
        return row.HasValue ? new RecordedReply(row.Value!.GetString("Reply") is { Length: > 0 } reply ? reply : null, row.Value.GetString("CheckIn")) : null;
    }

    /// <summary>One outgoing message's row.</summary>
    public async Task<TableEntity?> MessageAsync(ParticipantId id, string messageId, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Participants.GetEntityIfExistsAsync<TableEntity>(
            id.Text, ParticipantRows.Message(messageId), cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>Adds to an outgoing message's row if nobody changed it meanwhile.</summary>
    /// <returns>False for a lost race.</returns>
    public async Task<bool> UpdateMessageAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await clients.Participants.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>The states of everybody, one page of a thousand after another: for figures of the whole study.</summary>
    public IAsyncEnumerable<Participant> EverybodyAsync(CancellationToken cancellation) => clients.Participants
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {ParticipantRows.State}"), select: ["PartitionKey", .. LongText.Columns], cancellationToken: cancellation)
        .Select(ParticipantRows.ToParticipant);

    /// <summary>A check-in and the row of the message that began it, in one call.</summary>
    /// <returns>Null for what isn't there.</returns>
    public async Task<(CheckIn? CheckIn, TableEntity? First)> BeginningAsync(ParticipantId id, string checkIn, CancellationToken cancellation)
    {
        string message = ParticipantRows.Message(Outgoing.FirstOf(checkIn));
        string filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.Text} and (RowKey eq {ParticipantRows.CheckIn(checkIn)} or RowKey eq {message})");
        List<TableEntity> rows = await clients.Participants.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ToListAsync(cancellation);
        TableEntity? first = rows.Find(row => row.RowKey == message);
        return (rows.Find(row => row != first) is { } found ? ParticipantRows.ToCheckIn(found) : null, first);
    }

    /// <summary>All rows of one person.</summary>
    public AsyncPageable<TableEntity> RowsOfAsync(ParticipantId id, CancellationToken cancellation) =>
        clients.Participants.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id.Text}"), cancellationToken: cancellation);

    /// <summary>Stores an erasure: what it leaves of the state, and the note that tells of it, both or neither.</summary>
    /// <returns>False for a lost race.</returns>
    public async Task<bool> EraseAsync(Stored before, Decision erased, Erasure erasure, CancellationToken cancellation)
    {
        TableTransactionAction note = new(TableTransactionActionType.UpsertReplace, ParticipantRows.Of(before.Person.Id, erasure));
        try
        {
            await clients.Participants.SubmitTransactionAsync([.. ParticipantRows.Batch(before, erased), note], cancellation);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status == 412)
        {
            return false;
        }
    }

    /// <summary>What tells of a person's erasure; null for somebody who wasn't erased.</summary>
    public async Task<Erasure?> ErasureAsync(ParticipantId id, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Participants.GetEntityIfExistsAsync<TableEntity>(
            id.Text, ParticipantRows.ErasureKey, cancellationToken: cancellation);
        return row.HasValue ? ParticipantRows.ToErasure(row.Value!) : null;
    }

    /// <summary>Writes down how far an erasure is.</summary>
    public Task SaveAsync(ParticipantId id, Erasure erasure, CancellationToken cancellation) =>
        clients.Participants.UpsertEntityAsync(ParticipantRows.Of(id, erasure), TableUpdateMode.Replace, cancellation);

    /// <summary>Changes rows of one person, at most a hundred at a time, all of them or none.</summary>
    /// <exception cref="TableTransactionFailedException">Some row changed or went meanwhile.</exception>
    public async Task SubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        foreach (TableTransactionAction[] some in actions.Chunk(MostInBatch))
        {
            await clients.Participants.SubmitTransactionAsync(some, cancellation);
        }
    }

    /// <summary>The provider's ids of a person's outgoing messages.</summary>
    public async Task<HashSet<string>> ProviderIdsAsync(ParticipantId id, CancellationToken cancellation)
    {
        string filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Text} and RowKey ge {"message|"} and RowKey lt {"message}"}");
        HashSet<string> ids = [];
        await foreach (TableEntity row in clients.Participants.QueryAsync<TableEntity>(filter, select: ["ProviderId"], cancellationToken: cancellation))
        {
            if (row.GetString("ProviderId") is { } providerId)
            {
                ids.Add(providerId);
            }
        }

        return ids;
    }
}

/// <summary>A person's state and the version of it that is stored.</summary>
/// <param name="Person">The state.</param>
/// <param name="Version">Guards what is decided from it.</param>
/// <param name="Trace">The trace in which something was last said to them; null while none is recorded. A reply is linked to it.</param>
public sealed record Stored(Participant Person, ETag Version, string? Trace = null);

/// <summary>The direct reply that was recorded with a message.</summary>
/// <param name="Text">Null for silence.</param>
/// <param name="CheckIn">The check-in that the message belonged to; null for none.</param>
public sealed record RecordedReply(string? Text, string? CheckIn);
