using ConnectingPeople.Domain.FollowUps.Report;

namespace ConnectingPeople.Functions.FollowUps.Report;

/// <summary>What the files of an export say, as a report shows it: no count in it gives a small one away.</summary>
public sealed record Findings(
    ParticipantFlow Flow,
    IReadOnlyList<AgenciesOfSector> Agencies,
    WeeklyResponse Response,
    IReadOnlyList<QuestionFigures> Questions,
    GoalFigures Goals,
    IReadOnlyList<FourWeeks> Contacts,
    IReadOnlyList<MeasureFindings> Measures);

/// <summary>A measure and what came of it.</summary>
public sealed record MeasureFindings(ReportMeasure Measure, MeasureFigures Figures);
