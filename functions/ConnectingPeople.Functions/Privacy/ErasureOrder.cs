using ConnectingPeople.Domain.Privacy;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>That somebody is to be erased.</summary>
/// <param name="By">The address of the administrator, or <c>retention</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="WithAnswers">Whether all answers go, even where the consent lets coded ones stay. What the consent sends away always goes.</param>
public sealed record ErasureOrder(string By, ErasureReason Reason, bool WithAnswers);
