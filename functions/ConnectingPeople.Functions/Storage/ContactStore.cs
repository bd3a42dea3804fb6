using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Storage;

/// <summary>The contact store: the only place that knows who a participant is.</summary>
public sealed class ContactStore(StorageClients clients, IOptions<PrivacyOptions> privacy, IClock clock)
{
    private readonly byte[] lookupKey = Convert.FromBase64String(privacy.Value.LookupKey);

    private const string Row = "contact";
    private const string UnknownRow = "unknown";

    /// <summary>Finds whose number that is, by its keyed hash.</summary>
    /// <returns>Null for a number that nobody is enrolled with.</returns>
    public async Task<Caller?> FindAsync(string number, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(Hash(number), Row, cancellationToken: cancellation);
        return row.HasValue && ParticipantId.TryParse(row.Value!.GetString("Participant"), out ParticipantId id)
            ? new Caller(id, row.Value.GetString("FirstName"))
            : null;
    }

    /// <summary>Who that participant is.</summary>
    /// <returns>Null for a person whose identity was erased.</returns>
    public async Task<Contact?> GetAsync(ParticipantId id, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(id.Text, Row, cancellationToken: cancellation);
        return row.HasValue ? new Contact(row.Value!.GetString("Name"), row.Value.GetString("Phone"), row.Value.GetString("Email")) : null;
    }

    /// <summary>The names of many, by id; who was erased isn't there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<ParticipantId> ids, CancellationToken cancellation, int atMost = ManyRows.OneByOne) =>
        (await ManyRows.ReadAsync(clients.Contacts, ids, Row, ["PartitionKey", "Name"], cancellation, atMost))
            .ToDictionary(row => row.Key, row => row.Value.GetString("Name") ?? "");

    /// <summary>Reserves a number or address for a participant.</summary>
    /// <returns>Null when the reservation stands, else whom it belongs to already.</returns>
    public async Task<ParticipantId?> ReserveAsync(string address, ParticipantId id, string name, CancellationToken cancellation)
    {
        try
        {
            await clients.Contacts.AddEntityAsync(Reservation(address, id, name), cancellation);
            return null;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            Caller? holder = await FindAsync(address, cancellation);
            return holder?.Id ?? id;
        }
    }

    /// <summary>Takes over a reservation whose participant never came to be.</summary>
    public Task TakeOverAsync(string address, ParticipantId id, string name, CancellationToken cancellation) =>
        clients.Contacts.UpsertEntityAsync(Reservation(address, id, name), TableUpdateMode.Replace, cancellation);

    public Task SaveAsync(ParticipantId id, Contact contact, CancellationToken cancellation)
    {
        TableEntity row = new(id.Text, Row) { ["Name"] = contact.Name, ["Phone"] = contact.Phone, ["Email"] = contact.Email };
        return clients.Contacts.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Keeps what an unknown number wrote for somebody to look at.</summary>
    /// <returns>Whether this is the first message from it, the same message again included.</returns>
    public async Task<bool> NoteUnknownAsync(string number, string providerId, string text, bool risk, CancellationToken cancellation)
    {
        TableEntity first = new(Hash(number), UnknownRow) { ["Number"] = number, ["FirstMessage"] = providerId };
        TableEntity message = new(Hash(number), $"{UnknownRow}|{providerId}")
        {
            ["Text"] = text,
            ["Risk"] = risk,
            ["At"] = clock.GetCurrentInstant().ToDateTimeUtc(),
        };
        await clients.Contacts.UpsertEntityAsync(message, TableUpdateMode.Replace, cancellation);
        try
        {
            await clients.Contacts.AddEntityAsync(first, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            TableEntity known = await clients.Contacts.GetEntityAsync<TableEntity>(Hash(number), UnknownRow, cancellationToken: cancellation);
            return known.GetString("FirstMessage") == providerId;
        }
    }

    private TableEntity Reservation(string address, ParticipantId id, string name) =>
        new(Hash(address), Row) { ["Participant"] = id.Text, ["FirstName"] = FirstName.Of(name) };

    private string Hash(string address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(lookupKey, Encoding.UTF8.GetBytes(address)));
}

/// <summary>Somebody who wrote to us.</summary>
/// <param name="Id">Their pseudonym.</param>
/// <param name="FirstName">How messages address them.</param>
public sealed record Caller(ParticipantId Id, string FirstName);
