using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Lists whom somebody may see: practitioners their own, supervisors their agency's, administrators all.</summary>
public sealed class Caseload(AgencyStore agencies, ParticipantStore participants)
{
    private const int PageSize = 100;

    /// <summary>A page of at most a hundred participants.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="cancellation">Ends the listing.</param>
    public async Task<CaseloadPage> PageAsync(Principal by, string? after, CancellationToken cancellation)
    {
        string? agency = await AgencyOfAsync(by, cancellation);
        string? practitioner = by.Is(Role.Administrator) || by.Is(Role.Supervisor) ? null : by.Email;
        List<Member> members = await agencies.MembersAsync(agency, practitioner, after, cancellation).Take(PageSize + 1).ToListAsync(cancellation);
        return new CaseloadPage([.. members.Take(PageSize)], members.Count > PageSize ? Uri.EscapeDataString(members[PageSize - 1].Place) : null);
    }

    /// <summary>Loads the participants of a page. The list may lag behind, so whoever isn't theirs any more is left out.</summary>
    public async Task<IReadOnlyList<Participant>> LoadAsync(CaseloadPage page, Principal by, CancellationToken cancellation)
    {
        string? agency = await AgencyOfAsync(by, cancellation);
        return await LoadAsync(page.Members, by, agency, cancellation);
    }

    /// <summary>Everybody whom somebody may see, for a page that sorts and searches them all.</summary>
    public async Task<IReadOnlyList<Participant>> AllAsync(Principal by, CancellationToken cancellation)
    {
        string? agency = await AgencyOfAsync(by, cancellation);
        string? practitioner = by.Is(Role.Administrator) || by.Is(Role.Supervisor) ? null : by.Email;
        List<Member> members = await agencies.MembersAsync(agency, practitioner, null, cancellation).ToListAsync(cancellation);
        return await LoadAsync(members, by, agency, cancellation);
    }

    /// <summary>Everybody in the study, for pages that show pseudonyms and nothing else of who they are.</summary>
    public async Task<IReadOnlyList<Participant>> EverybodyAsync(CancellationToken cancellation)
    {
        List<Member> members = await agencies.MembersAsync(null, null, null, cancellation).ToListAsync(cancellation);
        IReadOnlyDictionary<string, Participant> loaded = await participants.LoadAsync(members.Select(member => member.Id), cancellation);
        return [.. members.Select(member => loaded.GetValueOrDefault(member.Id.Text)).OfType<Participant>().DistinctBy(person => person.Id)];
    }

    private async Task<IReadOnlyList<Participant>> LoadAsync(IReadOnlyList<Member> members, Principal by, string? agency, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, Participant> loaded = await participants.LoadAsync(members.Select(member => member.Id), cancellation);
        return [.. members.Select(member => loaded.GetValueOrDefault(member.Id.Text)).OfType<Participant>().Where(IsTheirs)];

        bool IsTheirs(Participant person) => by.Is(Role.Administrator)
            || (by.Is(Role.Practitioner) && person.Profile.Practitioner == by.Email)
            || (by.Is(Role.Supervisor) && person.Profile.AgencyId == agency);
    }

    /// <returns>Whose supervisor somebody is; null for somebody who is none, or sees all.</returns>
    private async Task<string?> AgencyOfAsync(Principal by, CancellationToken cancellation) => !by.Is(Role.Administrator) && by.Is(Role.Supervisor)
        ? (await agencies.FindStaffAsync(by.Email, cancellation))?.AgencyId ?? ""
        : null;
}

/// <summary>Part of a caseload.</summary>
/// <param name="Members">By agency and id. The list may lag behind: whoever shows one checks that it is still theirs.</param>
/// <param name="Next">What to ask for after this page, ready for an address; null at the end.</param>
public sealed record CaseloadPage(IReadOnlyList<Member> Members, string? Next);
