using ConnectingPeople.Domain.Digests;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Digests;

/// <summary>Makes digests of caseloads and teams from what is stored now.</summary>
public sealed class CaseloadDigests(AgencyStore agencies, ParticipantStore participants, ContactStore contacts, Study study)
{
    /// <summary>The calls to storage that states, and names, may each take: with all else, the report of its delivery included, a practitioner's email takes twenty at most.</summary>
    private const int MaxReads = 5;

    /// <summary>The digest of one practitioner's people.</summary>
    public Task<TeamDigest> OfPractitionerAsync(string email, DigestWeek week, CancellationToken cancellation) =>
        OfCaseloadAsync(email, person => person.Profile.Practitioner == email, week, cancellation);

    /// <summary>The same to be sent to them: without people whom they don't work with since they moved to another agency or role.</summary>
    public Task<TeamDigest> OfPractitionerAsync(StaffMember reader, DigestWeek week, CancellationToken cancellation) =>
        OfCaseloadAsync(reader.Email, person => reader.WorksWith(person.Profile), week, cancellation);

    /// <summary>The digest of an agency, a section for each practitioner.</summary>
    public async Task<TeamDigest> OfAgencyAsync(string agency, DigestWeek week, CancellationToken cancellation)
    {
        Task<IReadOnlyList<StaffMember>> staff = agencies.StaffAsync("practitioner", agency, cancellation);
        IReadOnlyList<Participant> people = await PeopleAsync(agency, null, person => person.Profile.AgencyId == agency, cancellation);
        Dictionary<string, string> names = (await staff).ToDictionary(member => member.Email, member => member.Name);
        List<DigestSection> sections = [.. people
            .GroupBy(person => person.Profile.Practitioner)
            .Select(caseload => new DigestSection(names.GetValueOrDefault(caseload.Key, caseload.Key), Digest.Of([.. caseload], week, study)))
            .Where(section => section.Digest.People > 0)
            .OrderBy(section => section.Practitioner, StringComparer.OrdinalIgnoreCase)];
        return await NamedAsync(sections, week, cancellation);
    }

    private async Task<TeamDigest> OfCaseloadAsync(string email, Predicate<Participant> isTheirs, DigestWeek week, CancellationToken cancellation)
    {
        IReadOnlyList<Participant> people = await PeopleAsync(null, email, isTheirs, cancellation);
        return await NamedAsync([new DigestSection(null, Digest.Of(people, week, study))], week, cancellation);
    }

    /// <summary>The list may lag behind, so whoever isn't theirs any more is left out.</summary>
    private async Task<IReadOnlyList<Participant>> PeopleAsync(
        string? agency, string? practitioner, Predicate<Participant> isTheirs, CancellationToken cancellation)
    {
        List<ParticipantId> ids = await agencies.MembersAsync(agency, practitioner, null, cancellation).Select(member => member.Id).ToListAsync(cancellation);
        return [.. (await participants.LoadAsync(ids, cancellation, MaxReads)).Values.Where(person => isTheirs(person))];
    }

    /// <summary>Names are read of those alone of whom there is something to say.</summary>
    private async Task<TeamDigest> NamedAsync(IReadOnlyList<DigestSection> sections, DigestWeek week, CancellationToken cancellation)
    {
        IEnumerable<ParticipantId> told = sections.SelectMany(section => section.Digest.ToTalkAbout.Concat(section.Digest.Others)).Select(person => person.Id);
        IReadOnlyDictionary<string, string> names = await contacts.NamesAsync(told, cancellation, MaxReads);
        return new TeamDigest(week, sections, names.ToDictionary(name => name.Key, name => FirstName.Of(name.Value)));
    }
}
