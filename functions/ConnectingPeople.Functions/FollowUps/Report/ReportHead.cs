using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.FollowUps.Report;

/// <summary>What a report says that doesn't stand in the files of its export. Weeks and days in a report are those of UTC, as in the files.</summary>
/// <param name="StudyName">Such as <c>Connecting People</c>.</param>
/// <param name="StudyId">Such as <c>connecting-people</c>.</param>
/// <param name="StudyVersion">Such as <c>2026.1</c>.</param>
/// <param name="SoftwareVersion">Such as <c>0.1.0</c>.</param>
/// <param name="ExportId">Such as <c>20261005T020000Z</c>.</param>
/// <param name="CutOff">What happened later isn't in the files.</param>
/// <param name="IsSimulated">Whether nobody in the study exists; then every section says so.</param>
/// <param name="Measures">In the order of the study.</param>
/// <param name="Questions">In the order of the study; see <see cref="ReportQuestion.Of"/>.</param>
/// <param name="GoalReached">The rating from which a goal counts as reached; null for the highest in the file.</param>
public sealed record ReportHead(
    string StudyName,
    string StudyId,
    string StudyVersion,
    string SoftwareVersion,
    string ExportId,
    Instant CutOff,
    bool IsSimulated,
    IReadOnlyList<ReportMeasure> Measures,
    IReadOnlyList<ReportQuestion> Questions,
    int? GoalReached)
{
    /// <summary>What the report of an export says. It names the first export of its cut-off, so that all of one cut-off are the same.</summary>
    public static ReportHead Of(Study study, SoftwareVersion software, Instant cutOff) => new(
        study.Name,
        study.Id,
        study.Version,
        software.Version,
        Domain.FollowUps.ExportId.Of(cutOff, 1).Text,
        cutOff,
        study.IsSimulated,
        [.. study.Measures.Select(ReportMeasure.Of)],
        ReportQuestion.Of(study),
        ReportQuestion.GoalReached(study));
}

/// <summary>A measure whose columns stand in <c>follow_up.csv</c>.</summary>
/// <param name="Id">Begins its columns: <c>{id}_baseline</c>.</param>
/// <param name="Label">What it measures, in a few words.</param>
/// <param name="Unit">What it is counted in; null where there is nothing to say.</param>
/// <param name="HigherIsBetter">Null where neither way is.</param>
/// <param name="IsBetweenWaves">Whether it stands for the time between the waves: a value at nine months alone, and no change.</param>
public sealed record ReportMeasure(string Id, string Label, string? Unit, bool? HigherIsBetter, bool IsBetweenWaves = false)
{
    public static ReportMeasure Of(Measure measure) => new(
        measure.Id,
        measure.Label,
        measure.Unit,
        measure.Direction switch { Direction.HigherIsBetter => true, Direction.LowerIsBetter => false, _ => null },
        measure.IsBetweenWaves);
}
