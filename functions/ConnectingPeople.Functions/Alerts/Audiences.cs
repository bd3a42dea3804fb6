using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Who hears of an alert, by whose turn it is.</summary>
public sealed class Audiences(AgencyStore agencies, Study study)
{
    /// <returns>Empty when that audience has nobody in it.</returns>
    public async Task<IReadOnlyList<StaffMember>> OfAsync(Participant person, Alert alert, CancellationToken cancellation)
    {
        Profile profile = person.Profile;
        IEnumerable<StaffMember> members = alert.Audience switch
        {
            Audience.Practitioner => await PractitionerAsync(profile, cancellation),
            Audience.Supervisors => [.. await agencies.StaffAsync("supervisor", profile.AgencyId, cancellation), .. IsByClock(alert) ? Duty : []],
            _ =>
            [
                .. Duty,
                .. await agencies.StaffAsync("administrator", null, cancellation),
                .. await agencies.StaffAsync("supervisor", profile.AgencyId, cancellation),
                .. await PractitionerAsync(profile, cancellation),
            ],
        };
        return [.. members.DistinctBy(member => member.Email)];
    }

    /// <summary>A member of staff, or just an address where nothing more is known of it.</summary>
    public async Task<StaffMember> FindAsync(string email, CancellationToken cancellation) =>
        Duty.FirstOrDefault(duty => duty.Email == email)
        ?? await agencies.FindStaffAsync(email, cancellation)
        ?? new StaffMember(email, "", "", "", null);

    /// <summary>Whether an alert about a person may be told to somebody as things are now: they may have moved on since they were told.</summary>
    public async Task<bool> MayBeToldAsync(Participant person, string email, CancellationToken cancellation) =>
        MayBeTold(person, await FindAsync(email, cancellation));

    /// <summary>The same of somebody who was looked up just now.</summary>
    public bool MayBeTold(Participant person, StaffMember member) =>
        member.WorksWith(person.Profile)
        || Duty.Any(duty => duty.Email == member.Email)
        || member switch
        {
            { Role: "administrator" } => true,
            { Role: "supervisor", AgencyId: var agency } => agency == person.Profile.AgencyId,
            _ => false,
        };

    /// <returns>Nobody when the practitioner moved on and nobody has taken over.</returns>
    private async Task<IReadOnlyList<StaffMember>> PractitionerAsync(Profile profile, CancellationToken cancellation) =>
        await agencies.FindStaffAsync(profile.Practitioner, cancellation) is { } member && member.WorksWith(profile) ? [member] : [];

    private IEnumerable<StaffMember> Duty =>
        study.Alerts.Duty is { } duty ? [new StaffMember(duty.Email, "Duty contact", "", "duty", duty.Phone)] : [];

    private bool IsByClock(Alert alert) => study.Alerts.Find(alert.Rule)?.Patience.ByClock ?? false;
}
