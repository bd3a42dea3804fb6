using System.Text.Json.Serialization;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Studies;

/// <summary>A question as JSON, in the words that definitions use; what doesn't apply to its type is left out.</summary>
public sealed record QuestionSummary(string Id, string Type, IReadOnlyDictionary<string, string> Text)
{
    /// <summary>What texts say where the person's name or goal will stand.</summary>
    private static readonly TextValues Placeholders = new("{{ name }}", "{{ goal }}");

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Again { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? About { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Min { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Max { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<int, string>? Labels { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Option>? Options { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AskWhenSummary? AskWhen { get; private init; }

    public bool Optional { get; private init; }

    public int Attempts { get; private init; }

    public static QuestionSummary Of(Question question, Study study)
    {
        QuestionSummary common = new(question.Id, question.Type, InEach(question.Text, study))
        {
            Again = question.Again is null ? null : InEach(question.Again, study),
            About = question.AboutGoal ? "goal" : null,
            AskWhen = question.AskWhen is { } when ? new AskWhenSummary(when.Question, when.AtMost, when.AtLeast, when.Is) : null,
            Optional = question.Optional,
            Attempts = question.Attempts,
        };
        return question switch
        {
            ScaleQuestion scale => common with { Min = scale.Min, Max = scale.Max, Labels = scale.Labels },
            CountQuestion count => common with { Min = count.Min, Max = count.Max },
            ChoiceQuestion choice => common with { Options = choice.Options },
            ChoicesQuestion choices => common with { Options = choices.Options },
            _ => common,
        };
    }

    private static Dictionary<string, string> InEach(MessageText text, Study study) =>
        study.Languages.ToDictionary(language => language, language => text.In(language, Placeholders));
}

/// <summary>When a question is asked; what isn't set is left out.</summary>
public sealed record AskWhenSummary(
    string Question,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AtMost,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AtLeast,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Is);
