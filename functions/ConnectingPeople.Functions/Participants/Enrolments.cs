using System.Security.Cryptography;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>
/// Enrols people: reserves the contact, puts the first wake-up on the agenda, inserts the participant. A crash in between
/// leaves a reservation without a participant, and the next enrolment of that number ends that one for good before it takes the
/// number. Each writes under an id of its own, so even of two at once one is enrolled, and the other touches nothing of theirs.
/// </summary>
public sealed class Enrolments(
    ContactStore contacts, AgencyStore agencies, Agenda agenda, ParticipantStore participants, BegunEnrolments begun, Study study, IClock clock)
{
    /// <summary>Why somebody can't be a person's practitioner.</summary>
    public const string NobodyThere = "is nobody of that agency who works with people. An administrator adds staff with PUT /api/staff/{email}.";

    /// <summary>Why an enrolment of somebody who was free when it was checked came to nothing, and what to do.</summary>
    public const string Lost =
        "Somebody else enrolled this person, or began to, at the same moment. Look whether they are enrolled now; if not, enrol them again.";

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
    /// <returns>Null when somebody else has enrolled them since the form was checked, or is about to; nothing of this enrolment stays.</returns>
    public async Task<ParticipantId?> EnrolAsync(Enrolment enrolment, CancellationToken cancellation)
    {
        (Contact contact, string agency) = (enrolment.Contact, enrolment.Profile.AgencyId);
        foreach (string address in AddressesOf(contact))
        {
            if (await IsTakenAsync(address, cancellation))
            {
                return null;
            }
        }

        ParticipantId id = await BeginAsync(agency, cancellation);
        if (await ReserveAsync(id, contact, cancellation) && await CompleteAsync(id, enrolment, cancellation))
        {
            return id;
        }

        await begun.EndAsync(id, cancellation);
        await ClearAsync(id, AddressesOf(contact), agency, cancellation);
        return null;
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
        else if (await agencies.FindStaffAsync(email, cancellation) is not { } member || !member.MayWorkAt(agency))
        {
            errors.Add(new FieldError("practitionerEmail", NobodyThere));
        }
    }

    private async Task<bool> IsTakenAsync(string address, CancellationToken cancellation) =>
        await contacts.FindAsync(address, cancellation) is { } holder && await participants.LoadErasedTooAsync(holder.Id, cancellation) is not null;

    private static IEnumerable<string> AddressesOf(Contact? contact) => new[] { contact?.Phone, contact?.Email }.OfType<string>();

    /// <returns>False when one of them is a participant's.</returns>
    private async Task<bool> ReserveAsync(ParticipantId id, Contact contact, CancellationToken cancellation)
    {
        foreach (string address in AddressesOf(contact))
        {
            while (await contacts.ReserveAsync(address, id, contact.Name, cancellation) is { } holder)
            {
                if (await begun.EndAsync(holder, cancellation) is not { } ended)
                {
                    return false;
                }

                Contact? former = await contacts.GetIfPossibleAsync(holder, cancellation);
                await ClearAsync(holder, AddressesOf(former).Append(address), ended.Agency, cancellation);
            }
        }

        return true;
    }

    /// <returns>False when another enrolment ended this one.</returns>
    private async Task<bool> CompleteAsync(ParticipantId id, Enrolment enrolment, CancellationToken cancellation)
    {
        Participant person = enrolment.Begin(id);
        Instant wake = Waking.Next(new Decision(person), clock.GetCurrentInstant(), study)!.Value;
        await contacts.SaveAsync(id, enrolment.Contact, cancellation);
        await agencies.ListAsync(id, person.Profile, cancellation);
        await agenda.InsertAsync(new AgendaEntry(id, wake), cancellation);
        return await begun.CompleteAsync(person with { WakesAt = wake }, cancellation);
    }

    /// <summary>Takes away what an enrolment that was ended left behind; its wake-up goes by itself.</summary>
    private async Task ClearAsync(ParticipantId id, IEnumerable<string> addresses, string? agency, CancellationToken cancellation)
    {
        foreach (string address in addresses.Distinct())
        {
            await contacts.ReleaseAsync(address, id, cancellation);
        }

        await contacts.DropAsync(id, cancellation);
        if (agency is not null)
        {
            await agencies.ForgetAsync(id, agency, cancellation);
        }
    }

    private async Task<ParticipantId> BeginAsync(string agency, CancellationToken cancellation)
    {
        ParticipantId id;
        do
        {
            id = ParticipantId.From((uint)RandomNumberGenerator.GetInt32(1 << ParticipantId.RandomBits));
        }
        while (await contacts.HasAsync(id, cancellation)
            || await participants.LoadErasedTooAsync(id, cancellation) is not null
            || !await begun.BeginAsync(id, agency, cancellation));
        return id;
    }
}

/// <summary>A form that was checked.</summary>
/// <param name="Enrolment">The person to enrol; null when something is wrong.</param>
/// <param name="Errors">What is wrong with the fields.</param>
/// <param name="Conflict">The field whose owner is enrolled already; null when nobody is.</param>
public sealed record CheckedEnrolment(Enrolment? Enrolment, IReadOnlyList<FieldError> Errors, FieldError? Conflict);
