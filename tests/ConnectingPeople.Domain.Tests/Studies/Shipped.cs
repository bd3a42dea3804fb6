using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>The definition that ships with the app.</summary>
public static class Shipped
{
    public static string Yaml { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Studies", "connecting-people.yaml"));

    public static Study Study { get; } =
        StudyDefinition.Load(Yaml, "connecting-people.yaml") is { IsSound: true } loaded
            ? loaded.Value
            : throw new InvalidOperationException("the shipped definition has errors");
}
