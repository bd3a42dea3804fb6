using ConnectingPeople.Local.Launcher;
using ConnectingPeople.Local.Tests.Demonstrations;

namespace ConnectingPeople.Local.Tests.Launcher;

/// <summary>The definition that the launcher starts the functions with.</summary>
public sealed class SimulatedDefinitionTests
{
    [Fact]
    public void The_shipped_definition_gets_one_line_more_and_keeps_all_others()
    {
        (string yaml, Domain.Studies.Study study) = SimulatedDefinition.Mark(ShippedStudy.Yaml, "connecting-people.yaml");

        Assert.True(study.IsSimulated);
        Assert.Equal(ShippedStudy.Yaml, yaml.Replace("  simulated: true\n", "", StringComparison.Ordinal));
        Assert.Equal(ShippedStudy.Yaml.Length + "  simulated: true\n".Length, yaml.Length);
    }

    [Fact]
    public void One_that_says_so_itself_is_left_as_it_is()
    {
        string marked = SimulatedDefinition.Mark(ShippedStudy.Yaml, "connecting-people.yaml").Yaml;

        Assert.Equal(marked, SimulatedDefinition.Mark(marked, "connecting-people.yaml").Yaml);
    }

    [Fact]
    public void One_that_is_written_otherwise_is_refused_with_what_to_write()
    {
        string flow = ShippedStudy.Yaml.Replace(
            "study:\n  id: connecting-people\n  version: \"2026.1\"\n  name: Connecting People\n  languages: [en-GB, en-GB-easy]\n",
            "study: { id: connecting-people, version: \"2026.1\", name: Connecting People, languages: [en-GB, en-GB-easy] }\n",
            StringComparison.Ordinal);

        LaunchException refusal = Assert.Throws<LaunchException>(() => SimulatedDefinition.Mark(flow, "mine.yaml"));

        Assert.Equal("mine.yaml can't be marked as simulated: let it say 'simulated: true' under 'study:' itself.", refusal.Message);
    }

    [Fact]
    public void One_with_errors_is_refused_with_its_lines() =>
        Assert.Contains("mine.yaml:3 study.colour: 'colour' is no key of the study", Assert.Throws<LaunchException>(
            () => SimulatedDefinition.Mark("study:\n  id: x\n  colour: red\n", "mine.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void It_lies_in_a_file_for_as_long_as_it_is_needed()
    {
        string path;
        using (SimulatedDefinition definition = SimulatedDefinition.Write())
        {
            path = definition.Path;
            Assert.Contains("\n  simulated: true\n", File.ReadAllText(path), StringComparison.Ordinal);
        }

        Assert.False(File.Exists(path));
    }
}
