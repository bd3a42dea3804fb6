using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Privacy;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// The contact store: the only place that knows who a participant is. What tells it is sealed; numbers and addresses are found by
/// their keyed hashes.
/// </summary>
public sealed class ContactStore(StorageClients clients, LookupHashes hashes, ContactCells cells)
{
    /// <summary>The row key of reservations and of who a participant is.</summary>
    public const string Row = "contact";

    private const string Holder = "Participant";
    private const int MaxRaces = 10;

    /// <summary>Finds whose number that is, by its keyed hash; by that of a former key where the present one finds nobody.</summary>
    /// <returns>Null for a number that nobody is enrolled with.</returns>
    public async Task<Caller?> FindAsync(string address, CancellationToken cancellation)
    {
        foreach (string hash in hashes.AllOf(address))
        {
            if (await FindByHashAsync(hash, cancellation) is { } row && ParticipantId.TryParse(row.GetString(Holder), out ParticipantId id))
            {
                return new Caller(id, cells.ReadIfPossible(row, "FirstName") ?? FirstName.Unreadable);
            }
        }

        return null;
    }

    /// <summary>Who that participant is.</summary>
    /// <returns>Null for a person whose identity was erased.</returns>
    /// <exception cref="UnreadableContactException">It is there and can't be opened.</exception>
    public async Task<Contact?> GetAsync(ParticipantId id, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(id.Text, Row, cancellationToken: cancellation);
        return row.HasValue ? ToContact(row.Value!) : null;
    }

    /// <summary>The same where one can do without: that it can't be opened is logged.</summary>
    public async Task<Contact?> GetIfPossibleAsync(ParticipantId id, CancellationToken cancellation)
    {
        try
        {
            return await GetAsync(id, cancellation);
        }
        catch (UnreadableContactException e)
        {
            Report(e, id);
            return null;
        }
    }

    /// <summary>Tells whoever looks after the app that somebody's contact can't be read.</summary>
    public void Report(UnreadableContactException e, ParticipantId id) => cells.Report(e, id.Text);

    /// <summary>Whether anything says who that participant is.</summary>
    public async Task<bool> HasAsync(ParticipantId id, CancellationToken cancellation) =>
        (await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(id.Text, Row, ["PartitionKey"], cancellation)).HasValue;

    /// <summary>The names of many, by id; who was erased, or can't be read, isn't there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<ParticipantId> ids, CancellationToken cancellation, int atMost = ManyRows.OneByOne)
    {
        IReadOnlyDictionary<string, TableEntity> rows =
            await ManyRows.ReadAsync(clients.Contacts, ids, Row, ["PartitionKey", "RowKey", "Name"], cancellation, atMost);
        return rows.Select(row => (Id: row.Key, Name: cells.ReadIfPossible(row.Value, "Name")))
            .Where(person => person.Name is not null).ToDictionary(person => person.Id, person => person.Name!);
    }

    /// <summary>Reserves a number or address for a participant.</summary>
    /// <returns>Null when the reservation stands, else whom it belongs to already.</returns>
    public async Task<ParticipantId?> ReserveAsync(string address, ParticipantId id, string name, CancellationToken cancellation)
    {
        for (int races = 0; races < MaxRaces; races++)
        {
            if (await FindAsync(address, cancellation) is { } holder)
            {
                return holder.Id == id ? null : holder.Id;
            }

            try
            {
                await clients.Contacts.AddEntityAsync(Reservation(address, id, name), cancellation);
                return null;
            }
            catch (RequestFailedException e) when (e.Status == 409)
            {
                // Somebody was quicker, or it is this very one from a try whose answer got lost: another look tells.
            }
        }

        throw new IOException($"A reservation for {id} was lost {MaxRaces} times. Try again.");
    }

    /// <summary>Gives up a participant's reservation; one that is somebody else's by now stays.</summary>
    public async Task ReleaseAsync(string address, ParticipantId id, CancellationToken cancellation)
    {
        foreach (string hash in hashes.AllOf(address))
        {
            if (await FindByHashAsync(hash, cancellation) is not { } row || row.GetString(Holder) != id.Text)
            {
                continue;
            }

            try
            {
                await clients.Contacts.DeleteEntityAsync(hash, Row, row.ETag, cancellation);
            }
            catch (RequestFailedException e) when (e.Status == 412)
            {
                // Another released it, and somebody has reserved it since.
            }
        }
    }

    /// <summary>Forgets who an enrolment that came to nothing was about.</summary>
    public Task DropAsync(ParticipantId id, CancellationToken cancellation) => clients.Contacts.DeleteEntityAsync(id.Text, Row, ETag.All, cancellation);

    /// <summary>Moves a reservation to the hash of the present lookup key: the new one stands before the old one goes.</summary>
    public async Task HashAnewAsync(string address, TableEntity former, string name, ParticipantId id, CancellationToken cancellation)
    {
        try
        {
            await clients.Contacts.AddEntityAsync(Reservation(address, id, name), cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It was moved before, by a run that was cut short or by another at this moment.
        }

        await clients.Contacts.DeleteEntityAsync(former.PartitionKey, former.RowKey, ETag.All, cancellation);
        if (!await HasAsync(id, cancellation))
        {
            await clients.Contacts.DeleteEntityAsync(hashes.Of(address), Row, ETag.All, cancellation); // They were erased at this moment.
        }
    }

    public Task SaveAsync(ParticipantId id, Contact contact, CancellationToken cancellation)
    {
        TableEntity row = new(id.Text, Row);
        cells.Put(row, "Name", contact.Name);
        cells.Put(row, "Phone", contact.Phone);
        cells.Put(row, "Email", contact.Email);
        return clients.Contacts.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Who a row of a participant says they are.</summary>
    /// <exception cref="UnreadableContactException">It can't be opened.</exception>
    public Contact ToContact(TableEntity row) => new(cells.Read(row, "Name") ?? "", cells.Read(row, "Phone"), cells.Read(row, "Email"));

    /// <summary>
    /// All reservations for a participant, under whatever key they were hashed and whether the participant came to be or not. Reads
    /// the whole table: for what is rare and must be thorough.
    /// </summary>
    public async IAsyncEnumerable<TableEntity> ReservationsOfAsync(ParticipantId id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string filter = TableClient.CreateQueryFilter($"RowKey eq {Row} and Participant eq {id.Text}");
        await foreach (TableEntity row in clients.Contacts.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return row;
        }
    }

    /// <summary>
    /// Forgets who a participant is: the ways that lead to them first, and then the row that names these ways. While numbers are hashed
    /// anew the ways are looked for once more, since <see cref="HashAnewAsync"/> may have made one in between; of later ones it takes care
    /// itself.
    /// </summary>
    public async Task ForgetAsync(ParticipantId id, CancellationToken cancellation)
    {
        await ForgetReservationsAsync(id, cancellation);
        await clients.Contacts.DeleteEntityAsync(id.Text, Row, ETag.All, cancellation);
        if (hashes.HasFormer)
        {
            await ForgetReservationsAsync(id, cancellation);
        }
    }

    private async Task ForgetReservationsAsync(ParticipantId id, CancellationToken cancellation)
    {
        await foreach (TableEntity row in ReservationsOfAsync(id, cancellation))
        {
            await clients.Contacts.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }

    private async Task<TableEntity?> FindByHashAsync(string hash, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(hash, Row, cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    private TableEntity Reservation(string address, ParticipantId id, string name)
    {
        TableEntity row = new(hashes.Of(address), Row) { [Holder] = id.Text };
        cells.Put(row, "FirstName", FirstName.Of(name));
        return row;
    }
}

/// <summary>Somebody who wrote to us.</summary>
/// <param name="Id">Their pseudonym.</param>
/// <param name="FirstName">How messages address them.</param>
public sealed record Caller(ParticipantId Id, string FirstName);
