using System.Globalization;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>A study's questions as the codebook lists them: <c>{questionnaire}/{question}: …</c>, one behind the other.</summary>
internal static class QuestionsInWords
{
    /// <summary>Stands where a message has the goal or name of the person.</summary>
    private static readonly TextValues Placeholders = new("{{ name }}", "{{ goal }}");

    /// <summary>Where the questions come from.</summary>
    public const string Instrument = "this study's own questions";

    public static string Ids(Study study) => List(study, null, _ => null);

    /// <summary>What is asked, in the study's first language, each on one line.</summary>
    public static string Texts(Study study, Func<Question, bool>? which = null) => List(study, which, question => TextOf(question, study));

    /// <summary>What one question asks, in the study's first language, on one line.</summary>
    public static string TextOf(Question question, Study study) => OnOneLine(question.Text.In(study.Languages[0], Placeholders));

    /// <summary>What answers can be.</summary>
    public static string Codes(Study study, Func<Question, bool>? which = null) => List(study, which, question => question switch
    {
        ScaleQuestion scale => $"{Range(scale.Min, scale.Max)}{Labels(scale)}",
        CountQuestion count => Range(count.Min, count.Max),
        YesNoQuestion => "yes, no",
        ChoiceQuestion choice => Options(choice.Options),
        ChoicesQuestion choices => $"any of these, joined by a semicolon: {Options(choices.Options)}",
        DateQuestion => "a day, ISO 8601",
        _ => "always empty",
    });

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string List(Study study, Func<Question, bool>? which, Func<Question, string?> say) => string.Join(" | ",
        from questionnaire in study.Questionnaires.Values
        from question in questionnaire.Questions
        where which is null || which(question)
        let said = say(question)
        select $"{questionnaire.Id}/{question.Id}{(said is null ? "" : $": {said}")}");

    private static string Range(int min, int max) => string.Create(CultureInfo.InvariantCulture, $"{min} to {max}");

    private static string Labels(ScaleQuestion scale)
    {
        IEnumerable<string> labels = scale.Labels.OrderBy(label => label.Key)
            .Select(label => string.Create(CultureInfo.InvariantCulture, $"{label.Key} = {label.Value}"));
        return scale.Labels.Count == 0 ? "" : $" ({string.Join(", ", labels)})";
    }

    private static string Options(IReadOnlyList<Option> options) => string.Join(", ", options.Select(option => $"{option.Value} = {option.Label}"));
}
