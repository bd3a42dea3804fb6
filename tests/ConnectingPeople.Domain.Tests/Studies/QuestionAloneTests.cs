using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>A question by itself, as JSON, to try replies with.</summary>
public sealed class QuestionAloneTests
{
    [Fact]
    public void A_scale_needs_neither_id_nor_text()
    {
        ScaleQuestion scale = Assert.IsType<ScaleQuestion>(Load("""{"type":"scale","min":1,"max":5}"""));

        Assert.Equal(("question", 1, 5, ""), (scale.Id, scale.Min, scale.Max, scale.Text.In("en-GB", new TextValues("Amira"))));
    }

    [Fact]
    public void Labels_have_their_numbers_as_json_writes_them() =>
        Assert.Equal("done", Assert.IsType<ScaleQuestion>(Load("""{"type":"scale","min":1,"max":4,"labels":{"1":"not started","4":"done"}}""")).Labels[4]);

    [Fact]
    public void Options_have_values_and_labels() =>
        Assert.Equal(
            [new Option("health", "my health"), new Option("money", "money")],
            Assert.IsType<ChoicesQuestion>(Load("""{"type":"choices","options":[{"value":"health","label":"my health"},"money"]}""")).Options);

    [Theory]
    [InlineData("""{"type":"count"}""", typeof(CountQuestion))]
    [InlineData("""{"type":"count","min":0,"max":99}""", typeof(CountQuestion))]
    [InlineData("""{"type":"yes-no"}""", typeof(YesNoQuestion))]
    [InlineData("""{"type":"text","text":{"en-GB":"Anything else?"}}""", typeof(TextQuestion))]
    [InlineData("type: date", typeof(DateQuestion))]
    public void Every_type_can_stand_alone(string definition, Type type) => Assert.IsType(type, Load(definition));

    [Fact]
    public void Its_errors_name_path_and_cure()
    {
        Loaded<Question> loaded = StudyDefinition.LoadQuestion("""{"type":"scale","min":"1","mx":5}""");

        Assert.Equal(
            [
                "question:1 mx: 'mx' is no key of a question of type scale; did you mean 'max'?",
                "question:1 min: '1' isn't a whole number from -100 to 100; write such a number, without quotes",
                "question:1 max: 'max' is missing; add it: the greatest number of the scale",
            ],
            loaded.Errors.Select(error => error.ToString()));
    }

    private static Question Load(string definition) => StudyDefinition.LoadQuestion(definition).Value!;
}
