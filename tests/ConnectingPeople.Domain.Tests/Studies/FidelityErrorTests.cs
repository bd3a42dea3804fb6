using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>How fidelity is written in a definition, and what can be wrong with it.</summary>
public sealed class FidelityErrorTests
{
    [Fact]
    public void Fidelity_is_read()
    {
        FidelityDefinition fidelity = Sample.Load(Sample.Yaml).Value!.Fidelity;

        Assert.Equal((3.5m, 2), (fidelity.Full, fidelity.Sources));
        Assert.Equal([new FidelityElement("goals-set", "Goals"), new FidelityElement("partnership", "Partners")], fidelity.Elements);
    }

    [Theory]
    [InlineData("full: 3.5", "full: 5.1", "0 fidelity.full: '5.1' isn't a number from 1 to 5; write such a number, without quotes")]
    [InlineData("full: 3.5", "full: \"4\"", "0 fidelity.full: '4' isn't a number from 1 to 5; write such a number, without quotes")]
    [InlineData("full: 3.5", "full: 1e9", "0 fidelity.full: '1e9' isn't a number from 1 to 5; write such a number, without quotes")]
    [InlineData("sources: 2", "sources: 4", "0 fidelity.sources: '4' isn't a whole number from 1 to 3; write such a number, without quotes")]
    [InlineData(
        "[{ id: goals-set, label: Goals }, { id: partnership, label: Partners }]", "[]",
        "0 fidelity.elements: a list of elements needs at least 1, and here are 0; add what is missing")]
    [InlineData("id: partnership", "id: goals-set", "0 fidelity.elements[1].id: there is another element 'goals-set' in line 99; give each its own id")]
    [InlineData("id: partnership", "id: Partnership!", "0 fidelity.elements[1].id: 'Partnership!' isn't an id; use small letters, digits and '-', beginning with a letter, at most 40")]
    [InlineData(", label: Partners", "", "0 fidelity.elements[1].label: 'label' is missing; add it: what it is, as assessors read it")]
    [InlineData("full: 3.5, ", "", "0 fidelity.full: 'full' is missing; add it: from this mean of scores on an agency implements the model fully")]
    public void An_error_names_line_path_and_cure(string sound, string broken, string error) => Assert.Equal([error], Sample.ErrorsAfter(sound, broken));
}
