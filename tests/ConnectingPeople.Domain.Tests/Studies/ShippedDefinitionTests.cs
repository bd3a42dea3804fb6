using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

public sealed class ShippedDefinitionTests
{
    [Fact]
    public void The_shipped_definition_loads_without_error_or_warning()
    {
        Loaded<Study> loaded = StudyDefinition.Load(Shipped.Yaml, "connecting-people.yaml");

        Assert.Empty(loaded.Errors.Select(error => error.ToString()));
        Assert.Empty(loaded.Warnings.Select(warning => warning.ToString()));
        Assert.True(loaded.IsSound);
    }
}
