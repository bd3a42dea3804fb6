namespace ConnectingPeople.Functions.FollowUps.Report.Plots;

/// <summary>Values over time, to be drawn as a line.</summary>
/// <param name="Label">Stands at the end of the line.</param>
/// <param name="Group">Whose, which sets its marks and dashes; null for everybody.</param>
/// <param name="Points">In the order of time; a value that can't be shown leaves a gap.</param>
public sealed record Course(string Label, string? Group, IReadOnlyList<CoursePoint> Points);

/// <param name="X">The time, in the unit of the plot.</param>
/// <param name="Y">Null for one that can't be shown.</param>
public sealed record CoursePoint(double X, double? Y);

/// <summary>A time that is named under the plot.</summary>
public sealed record CourseTick(double X, string Label);
