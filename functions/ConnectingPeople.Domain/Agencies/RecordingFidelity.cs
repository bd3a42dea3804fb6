using ConnectingPeople.Domain.Participants;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Agencies;

/// <summary>An assessment that somebody hands in, each of its fields sound.</summary>
/// <param name="Path">Where it stands in the request, such as <c>assessments[2].</c>; empty when it is the request.</param>
/// <param name="Id">Names it; null to name it by its day, source and place in the request.</param>
/// <param name="On">The day of the interview or observation.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Scores">One for each element.</param>
public sealed record FidelityForm(string Path, string? Id, LocalDate On, FidelitySource Source, IReadOnlyDictionary<string, int> Scores);

/// <summary>What follows from handing assessments in.</summary>
/// <param name="Add">New versions to store; empty when all of it is stored already.</param>
/// <param name="Twins">Ids that come twice in the request.</param>
/// <param name="Conflicts">Assessments without id that would overwrite others.</param>
public sealed record FidelityRecording(
    IReadOnlyList<FidelityAssessment> Add, IReadOnlyList<FieldError> Twins, IReadOnlyList<FieldError> Conflicts);

/// <summary>
/// Decides what becomes of assessments that are handed in. One that stands there already to the letter changes nothing, so a
/// request may come again; one with the id of another corrects it; one without an id never does.
/// </summary>
public static class RecordingFidelity
{
    /// <param name="history">All versions of all the agency's assessments.</param>
    /// <param name="given">At least one.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="by">Who hands them in.</param>
    public static FidelityRecording Decide(
        IReadOnlyCollection<FidelityAssessment> history, IReadOnlyList<FidelityForm> given, Instant now, string by)
    {
        List<FidelityAssessment> add = [];
        List<FieldError> twins = [];
        List<FieldError> conflicts = [];
        HashSet<string> ids = [];
        foreach ((FidelityForm form, string id) in given.Select((form, place) => (form, form.Id ?? IdOf(form, given.Take(place)))))
        {
            FidelityAssessment? before = history.Where(version => version.Id == id).MaxBy(version => version.Version);
            if (!ids.Add(id))
            {
                twins.Add(new FieldError($"{form.Path}id", $"is {id}, as another in this request is. Give each its own."));
            }
            else if (before is not null && form.Id is null && !IsSame(before, form))
            {
                conflicts.Add(new FieldError(
                    $"{form.Path}id",
                    $"is missing, and there is an assessment {id} of that day and source with other scores. "
                    + $"Give \"id\": \"{id}\" to correct it, or an id of its own to add this one."));
            }
            else if (before is null || !IsSame(before, form))
            {
                add.Add(new FidelityAssessment
                {
                    Id = id,
                    Version = (before?.Version ?? 0) + 1,
                    On = form.On,
                    Source = form.Source,
                    Scores = form.Scores,
                    RecordedAt = now,
                    RecordedBy = by,
                });
            }
        }

        return new FidelityRecording(add, twins, conflicts);
    }

    /// <summary>Such as <c>2026-03-05-observer-1</c>: the same again when the same request comes again.</summary>
    private static string IdOf(FidelityForm form, IEnumerable<FidelityForm> earlier)
    {
        int nth = 1 + earlier.Count(other => other.Id is null && other.On == form.On && other.Source == form.Source);
        return $"{LocalDatePattern.Iso.Format(form.On)}-{Words.Of(form.Source)}-{nth}";
    }

    private static bool IsSame(FidelityAssessment stored, FidelityForm form) =>
        stored.On == form.On && stored.Source == form.Source && stored.Scores.Count == form.Scores.Count
        && stored.Scores.All(score => form.Scores.TryGetValue(score.Key, out int given) && given == score.Value);
}
