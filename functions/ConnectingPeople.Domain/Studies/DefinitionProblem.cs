namespace ConnectingPeople.Domain.Studies;

/// <summary>Something in a study definition that is wrong or unwise, in words for the person who edits it.</summary>
/// <param name="File">The definition's name as the loader was told.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Path">Where it stands, such as <c>questionnaires.weekly.questions[2].askWhen.question</c>; empty for the whole definition.</param>
/// <param name="Wrong">Such as "there is no earlier question 'gaol'".</param>
/// <param name="Cure">What to do, such as "did you mean 'goal'?".</param>
public sealed record DefinitionProblem(string File, int Line, string Path, string Wrong, string Cure)
{
    public override string ToString() => $"{File}:{Line} {(Path.Length == 0 ? "" : $"{Path}: ")}{Wrong}; {Cure}";
}
