using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Domain.Tests.Studies;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_for_editors_is_up_to_date()
    {
        string file = Repository.PathTo("functions", "ConnectingPeople.Functions", "Studies", "study.schema.json");
        string schema = StudyDefinition.Schema();
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(file, schema);
        }

        Assert.True(File.ReadAllText(file) == schema, $"{file} is out of date: run the tests once with UPDATE_SCHEMA=1");
    }
}
