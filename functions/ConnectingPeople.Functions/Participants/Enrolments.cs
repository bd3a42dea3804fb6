using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>
/// Enrols people: reserves the contact, puts the first wake-up on the agenda, inserts the participant. A crash in between
/// leaves a reservation without a participant, and the next enrolment of that number goes on under the same id; so even two
/// at once make one participant.
/// </summary>
public sealed class Enrolments(ContactStore contacts, AgencyStore agencies, Agenda agenda, ParticipantStore participants, Study study, IClock clock)
{
    /// <summary>Checks a form, its agency and practitioner, and whether the person is enrolled already.</summary>
    public async Task<CheckedEnrolment> CheckAsync(EnrolmentForm form, IReadOnlyList<FieldError> shape, Principal by, CancellationToken cancellation)
    {
        (Enrolment? enrolment, IReadOnlyList<FieldError> errors) = Enrolling.Check(form, study, clock.GetCurrentInstant());
        List<FieldError> all = [.. EnrolmentRequest.Together(shape, errors)];
        await CheckStaffAsync(form, all, by, cancellation);
        if (all.Count > 0 || enrolment is null)
        {
            return new CheckedEnrolment(null, all, null);
        }

        foreach ((string field, string? address) in (IEnumerable<(string, string?)>)[("phone", enrolment.Contact.Phone), ("email", enrolment.Contact.Email)])
        {
            if (address is not null && await IsTakenAsync(address, cancellation))
            {
                return new CheckedEnrolment(null, [], new FieldError(field, $"Somebody is enrolled with this {field} already."));
            }
        }

        return new CheckedEnrolment(enrolment, [], null);
    }

    /// <summary>Enrols the person.</summary>
    /// <returns>Null when somebody else enrolled them at the same moment.</returns>
    public async Task<ParticipantId?> EnrolAsync(Enrolment enrolment, CancellationToken cancellation)
    {
        Contact contact = enrolment.Contact;
        ParticipantId id = await NewIdAsync(cancellation);
        foreach (string address in new[] { contact.Phone, contact.Email }.OfType<string>())
        {
            id = await ReserveAsync(address, id, contact, cancellation);
        }

        Participant person = enrolment.Begin(id);
        Instant wake = Waking.Next(new Decision(person), clock.GetCurrentInstant(), study)!.Value;
        await contacts.SaveAsync(id, contact, cancellation);
        await agencies.ListAsync(id, person.Profile, cancellation);
        await agenda.InsertAsync(new AgendaEntry(id, wake), cancellation);
        try
        {
            await participants.InsertAsync(person with { WakesAt = wake }, cancellation);
            return id;
        }
        catch (TableTransactionFailedException e) when (e.Status == 409)
        {
            return null;
        }
    }

    private async Task CheckStaffAsync(EnrolmentForm form, List<FieldError> errors, Principal by, CancellationToken cancellation)
    {
        string agency = form.AgencyId?.Trim() ?? "";
        string email = form.PractitionerEmail?.Trim().ToLowerInvariant() ?? "";
        if (agency.Length > 0 && (!AgencyId.IsOne(agency) || await agencies.FindAsync(agency, cancellation) is null))
        {
            errors.Add(new FieldError("agencyId", "is no agency we know. An administrator adds agencies with PUT /api/agencies/{id}."));
        }

        if (email.Length == 0)
        {
            return;
        }

        if (!by.Is(Role.Administrator) && email != by.Email)
        {
            errors.Add(new FieldError("practitionerEmail", "must be your own address. An administrator enrols for others."));
        }
        else if (await agencies.FindStaffAsync(email, cancellation) is not { } member || member.AgencyId != agency)
        {
            errors.Add(new FieldError("practitionerEmail", "is nobody of that agency. An administrator adds staff with PUT /api/staff/{email}."));
        }
    }

    private async Task<bool> IsTakenAsync(string address, CancellationToken cancellation) =>
        await contacts.FindAsync(address, cancellation) is { } holder && await participants.LoadAsync(holder.Id, cancellation) is not null;

    private async Task<ParticipantId> ReserveAsync(string address, ParticipantId id, Contact contact, CancellationToken cancellation)
    {
        if (await contacts.ReserveAsync(address, id, contact.Name, cancellation) is not { } holder || holder == id)
        {
            return id;
        }

        bool isFirst = address == (contact.Phone ?? contact.Email);
        ParticipantId ours = isFirst ? holder : id;
        await contacts.TakeOverAsync(address, ours, contact.Name, cancellation);
        return ours;
    }

    private async Task<ParticipantId> NewIdAsync(CancellationToken cancellation)
    {
        ParticipantId id;
        do
        {
            id = ParticipantId.From((uint)RandomNumberGenerator.GetInt32(1 << ParticipantId.RandomBits));
        }
        while (await contacts.HasAsync(id, cancellation) || await participants.LoadErasedTooAsync(id, cancellation) is not null);
        return id;
    }
}

/// <summary>A form that was checked.</summary>
/// <param name="Enrolment">The person to enrol; null when something is wrong.</param>
/// <param name="Errors">What is wrong with the fields.</param>
/// <param name="Conflict">The field whose owner is enrolled already; null when nobody is.</param>
public sealed record CheckedEnrolment(Enrolment? Enrolment, IReadOnlyList<FieldError> Errors, FieldError? Conflict);
