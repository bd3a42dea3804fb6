namespace ConnectingPeople.Functions.Site;

/// <summary>A number on a day.</summary>
/// <param name="Label">The word for it, where it has one.</param>
public sealed record ChartPoint(LocalDate Day, int Value, string? Label = null);
