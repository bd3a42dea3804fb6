using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Waves;

/// <summary>A wave of one person in the list.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Progress">How far it is.</param>
public sealed record WaveRow(Participant Person, WaveProgress Progress)
{
    /// <summary>All waves of everybody who hasn't left.</summary>
    public static IEnumerable<WaveRow> Of(IEnumerable<Participant> people, Study study) =>
        from person in people
        where person.Status != Status.Withdrawn
        from wave in study.Waves
        select new WaveRow(person, WaveProgress.Of(person, wave, null, study));
}
