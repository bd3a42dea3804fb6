using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Waves;

/// <summary>What the API and the page of interviews share: whom somebody may interview, how far a wave is, and taking answers.</summary>
public sealed class WaveInterviews(OwnParticipants own, ParticipantStore participants, ParticipantChanges changes, Study study)
{
    /// <summary>Why nothing can be added for a person who has left.</summary>
    public const string HasLeft = "This person has left the study, so no answers can be added.";

    /// <summary>More than other changes have: an interviewer may save answers one by one in a row.</summary>
    private const int MaxRaces = 20;

    /// <summary>Researchers interview anybody, by pseudonym; practitioners their own.</summary>
    /// <returns>Null unless the participant exists and the caller may interview them.</returns>
    public async Task<Participant?> FindAsync(string id, Principal by, CancellationToken cancellation)
    {
        Stored? stored = by.Is(Role.Researcher) && ParticipantId.TryParse(id, out ParticipantId parsed)
            ? await participants.LoadAsync(parsed, cancellation)
            : await own.FindAsync(id, by, cancellation);
        return stored?.Person;
    }

    /// <summary>The wave of that id; null for none.</summary>
    public WaveDefinition? Wave(string id) => study.Waves.FirstOrDefault(known => known.Id == id);

    /// <summary>What to say of a wave that isn't there.</summary>
    public string NoWave(string id) => $"There is no wave {id}. Known are: {string.Join(", ", study.Waves.Select(known => known.Id))}.";

    /// <summary>How far a wave is, with its check-in if it has begun.</summary>
    public async Task<WaveProgress> ProgressAsync(Participant person, WaveDefinition wave, CancellationToken cancellation) =>
        WaveProgress.Of(person, wave, await ClosedAsync(person, wave, cancellation), study);

    /// <summary>Stores answers. When the race is lost to something else that happens to the person, decides again on what won.</summary>
    /// <returns>Null when the participant is gone.</returns>
    public async Task<Interview?> TakeAsync(
        ParticipantId id, WaveDefinition wave, IReadOnlyDictionary<string, InterviewValue?> given, CancellationToken cancellation)
    {
        for (int races = 0; races < MaxRaces; races++)
        {
            if (await participants.LoadAsync(id, cancellation) is not { } stored)
            {
                return null;
            }

            CheckIn? closed = await ClosedAsync(stored.Person, wave, cancellation);
            Interview interview = Interviewing.Take(new Decision(stored.Person), wave, closed, given, changes.Now, study);
            if (await changes.SaveAsync(stored, interview.Decision, cancellation) is not null)
            {
                return interview;
            }
        }

        throw new IOException($"{id} changed {MaxRaces} times while answers were taken. Try again.");
    }

    /// <summary>The wave's check-in when it is closed: the state holds only those that are open.</summary>
    private async Task<CheckIn?> ClosedAsync(Participant person, WaveDefinition wave, CancellationToken cancellation) =>
        Interviewing.IdOf(person, wave) is { } id && person.CheckIns.All(open => open.Id != id)
            ? await participants.CheckInAsync(person.Id, id, cancellation)
            : null;
}
