namespace ConnectingPeople.Functions.FollowUps.Report.Plots;

/// <summary>A share in a hundred, to be drawn.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Group">Whose, which sets its pattern; null for everybody.</param>
/// <param name="Percent">Null for one that can't be shown.</param>
/// <param name="Text">The share as it is written beside the bar, or why it is kept back.</param>
public sealed record Bar(string Label, string? Group, double? Percent, string Text);
