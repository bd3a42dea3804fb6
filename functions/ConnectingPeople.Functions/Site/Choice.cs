namespace ConnectingPeople.Functions.Site;

/// <summary>One of the options of a field.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Label">What people read.</param>
public sealed record Choice(string Value, string Label);
