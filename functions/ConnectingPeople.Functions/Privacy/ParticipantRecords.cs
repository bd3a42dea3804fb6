using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>Collects everything that is held about one person, from every table that may hold something.</summary>
public sealed class ParticipantRecords(
    ParticipantStore participants, ContactStore contacts, UnknownNumbers unknown, ContactCells cells, Agenda agenda, StorageClients clients, Study study, IClock clock)
{
    /// <returns>Null when nobody ever had that id.</returns>
    /// <exception cref="UnreadableContactException">A key of the contact store is missing: the record wouldn't be whole.</exception>
    public async Task<ParticipantRecord?> ReadAsync(ParticipantId id, CancellationToken cancellation)
    {
        if (await participants.LoadErasedTooAsync(id, cancellation) is not { Person: var person })
        {
            return null;
        }

        Contact? contact = await contacts.GetAsync(id, cancellation);
        DateTimeZone zone = person.Profile.Zone();
        RecordWording words = new(contact, zone, study);
        List<TableEntity> rows = await participants.RowsOfAsync(id, cancellation).ToListAsync(cancellation);
        RecordSection[] sections =
        [
            new("Who you are", "To write to you. Held apart from all else, encrypted.", await ContactRowsAsync(id, contact, words, cancellation)),
            .. Sorted(rows, words),
            new("Where you are listed", "So that your worker's team finds you, and the next message goes at its time.", await ListsAsync(person, words, cancellation)),
        ];
        return new ParticipantRecord(id.Text, clock.GetCurrentInstant(), zone.Id, [.. sections.Where(section => section.Entries.Count > 0)]);
    }

    private static IEnumerable<RecordSection> Sorted(List<TableEntity> rows, RecordWording words)
    {
        foreach ((string kind, string title, string why) in RecordWording.Kinds)
        {
            RecordEntry[] entries = [.. rows.Where(row => RecordWording.KindOf(row) == kind).Select(words.Entry).OrderBy(entry => entry.At)];
            yield return new RecordSection(title, why, entries);
        }
    }

    private async Task<IReadOnlyList<RecordEntry>> ContactRowsAsync(ParticipantId id, Contact? contact, RecordWording words, CancellationToken cancellation)
    {
        List<TableEntity> rows = await contacts.ReservationsOfAsync(id, cancellation).ToListAsync(cancellation);
        NullableResponse<TableEntity> row = await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(id.Text, ContactStore.Row, cancellationToken: cancellation);
        IEnumerable<TableEntity> asStranger = contact?.Phone is { } phone ? await unknown.RowsOfAsync(phone, cancellation) : [];
        return [.. Rows(row).Concat(rows).Concat(asStranger).Select(one => RecordWording.Contact(one, StoredRow.ToJson(one, cells.Read)))];
    }

    private async Task<IReadOnlyList<RecordEntry>> ListsAsync(Participant person, RecordWording words, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> listed = await clients.Agencies.GetEntityIfExistsAsync<TableEntity>(
            person.Profile.AgencyId, AgencyStore.PlaceOf(person.Id), cancellationToken: cancellation);
        IReadOnlyList<Instant> wakes = await agenda.EntriesOfAsync(person.Id, cancellation);
        return [.. Rows(listed).Select(RecordWording.Listed), .. wakes.Select(words.Wakes)];
    }

    private static IEnumerable<TableEntity> Rows(NullableResponse<TableEntity> row) => row.HasValue ? [row.Value!] : [];
}
