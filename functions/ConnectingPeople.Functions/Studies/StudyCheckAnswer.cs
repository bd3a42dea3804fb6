using System.ComponentModel;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Studies;

/// <summary>What came of checking a definition.</summary>
public sealed record StudyCheckAnswer(
    [property: Description("Whether it can be used; there may be warnings all the same.")] bool Valid,
    IReadOnlyList<StudyProblemItem> Errors,
    IReadOnlyList<StudyProblemItem> Warnings)
{
    public static StudyCheckAnswer Of(Loaded<Study> loaded) =>
        new(loaded.IsSound, [.. loaded.Errors.Select(StudyProblemItem.Of)], [.. loaded.Warnings.Select(StudyProblemItem.Of)]);
}

/// <summary>One thing that is wrong with a definition.</summary>
public sealed record StudyProblemItem(
    string File,
    int Line,
    [property: Description("Where in the definition, such as checkIns[0].at.")] string Path,
    [property: Description("What is wrong.")] string Problem,
    [property: Description("What to write instead.")] string Cure)
{
    public static StudyProblemItem Of(DefinitionProblem problem) => new(problem.File, problem.Line, problem.Path, problem.Wrong, problem.Cure);
}
