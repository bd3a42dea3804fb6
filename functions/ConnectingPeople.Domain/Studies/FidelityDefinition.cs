namespace ConnectingPeople.Domain.Studies;

/// <summary>What makes up the model, and how fully an agency must implement it.</summary>
/// <param name="Full">From this mean on, of scores from 1 to 5, an agency implements it fully.</param>
/// <param name="Sources">How many different sources must have scored an element, 1 to 3.</param>
/// <param name="Elements">At least one, each with an id of its own.</param>
public sealed record FidelityDefinition(decimal Full, int Sources, IReadOnlyList<FidelityElement> Elements);

/// <summary>One thing that an agency does when it implements the model.</summary>
/// <param name="Id">Names it in assessments.</param>
/// <param name="Label">What it is, as assessors read it.</param>
public sealed record FidelityElement(string Id, string Label);
