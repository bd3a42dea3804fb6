using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>
/// Erases a person. First, in one batch, their state gives way to one that nothing finds any more, with the note of the erasure: from
/// then on nothing is sent and no link works. Then goes who they are, then what they wrote, and the note is completed last. Whoever dies
/// in between leaves a note that isn't complete; to ask again carries on, and to ask a third time changes nothing.
/// </summary>
public sealed partial class ParticipantErasure(
    ParticipantStore participants, ContactStore contacts, UnknownNumbers unknown, ForgottenNumbers forgotten, Agenda agenda, AgencyStore agencies,
    ParticipantRemains remains, Study study, IClock clock, ILogger<ParticipantErasure> log)
{
    private const int MaxRaces = 10;

    /// <returns>The note that stays; null when nobody ever had that id.</returns>
    public async Task<Erasure?> EraseAsync(ParticipantId id, ErasureOrder order, CancellationToken cancellation)
    {
        if (await BeginAsync(id, order, cancellation) is not (Erasure begun, Participant left))
        {
            return null;
        }

        await ForgetIdentityAsync(id, cancellation);
        await agencies.ForgetAsync(id, left.Profile.AgencyId, cancellation);
        await agenda.ForgetAsync(id, cancellation);
        await remains.SweepAsync(id, begun.KeptAnswers, cancellation);
        Erasure done = begun with { CompletedAt = begun.CompletedAt ?? clock.GetCurrentInstant() };
        if (done != begun)
        {
            await participants.SaveAsync(id, done, cancellation);
            LogErased(id.Text, Domain.Words.Of(done.Reason), done.KeptAnswers);
        }

        return done;
    }

    /// <summary>Forgets who somebody is: what they wrote as a stranger, how they are found, and their name, number and address.</summary>
    public async Task ForgetIdentityAsync(ParticipantId id, CancellationToken cancellation)
    {
        if (await contacts.GetIfPossibleAsync(id, cancellation) is { Phone: { } phone })
        {
            await forgotten.NoteAsync(phone, cancellation);
            await unknown.ForgetAsync(phone, cancellation);
        }

        await contacts.ForgetAsync(id, cancellation);
    }

    private async Task<(Erasure Begun, Participant Left)?> BeginAsync(ParticipantId id, ErasureOrder order, CancellationToken cancellation)
    {
        for (int races = 0; races < MaxRaces; races++)
        {
            if (await participants.LoadErasedTooAsync(id, cancellation) is not { } stored)
            {
                return null;
            }

            Erasure? earlier = stored.Person.ErasedAt is null ? null : await participants.ErasureAsync(id, cancellation);
            bool keeps = !order.WithAnswers && !stored.Person.Profile.Consent.EraseAnswers && earlier is not { KeptAnswers: false };
            if (earlier is not null && earlier.KeptAnswers == keeps)
            {
                return (earlier, stored.Person);
            }

            Decision left = Erasing.Erase(stored.Person, keeps, clock.GetCurrentInstant(), study);
            ErasedCounts removed = (earlier?.Removed ?? new ErasedCounts()) + await CountAsync(stored.Person, keeps, cancellation);
            Erasure begun = new(clock.GetCurrentInstant(), order.By, order.Reason, keeps, removed);
            if (await participants.EraseAsync(stored, left, begun, cancellation))
            {
                return (begun, left.Person);
            }
        }

        throw new IOException($"{id} changed {MaxRaces} times while they were to be erased. Nothing was erased; ask again.");
    }

    private async Task<ErasedCounts> CountAsync(Participant person, bool keepAnswers, CancellationToken cancellation)
    {
        List<TableEntity> rows = await participants.RowsOfAsync(person.Id, cancellation).ToListAsync(cancellation);
        ErasedCounts counted = ParticipantRemains.Count(rows, keepAnswers) + new ErasedCounts(Waiting: person.Outbox.Count);
        if (await contacts.GetIfPossibleAsync(person.Id, cancellation) is not { } contact)
        {
            return counted with { Contacts = await contacts.HasAsync(person.Id, cancellation) ? 1 : 0 };
        }

        int ways = new[] { contact.Phone, contact.Email }.Count(way => way is not null);
        int asStranger = contact.Phone is { } phone ? (await unknown.RowsOfAsync(phone, cancellation)).Count : 0;
        return counted with { Contacts = 1 + ways + asStranger };
    }

    [LoggerMessage(LogLevel.Warning, "{Participant} was erased (reason: {Reason}; coded answers kept: {KeptAnswers}).")]
    private partial void LogErased(string participant, string reason, bool keptAnswers);
}
