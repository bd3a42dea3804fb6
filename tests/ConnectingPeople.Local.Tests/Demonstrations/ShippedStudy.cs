using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Local.Tests.Demonstrations;

/// <summary>The definition that ships, which a cohort is played with.</summary>
internal static class ShippedStudy
{
    public static string Yaml { get; } = File.ReadAllText(Repository.PathTo("functions", "ConnectingPeople.Functions", "Studies", "connecting-people.yaml"));

    public static Domain.Studies.Study Study { get; } = StudyDefinition.Load(Yaml, "connecting-people.yaml").Value!;
}
