using System.Diagnostics.CodeAnalysis;

namespace ConnectingPeople.Domain.Studies;

/// <summary>What came of loading a definition: the whole of it, or everything that is wrong with it.</summary>
/// <param name="Value">Null when there is any error.</param>
/// <param name="Errors">All of them at once, in the order of the file.</param>
/// <param name="Warnings">What works but costs, such as a message that takes two SMS; only looked for when there is no error.</param>
public sealed record Loaded<T>(T? Value, IReadOnlyList<DefinitionProblem> Errors, IReadOnlyList<DefinitionProblem> Warnings)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSound => Value is not null;
}
