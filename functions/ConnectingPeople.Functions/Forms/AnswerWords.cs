using System.Globalization;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Site;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Forms;

/// <summary>Answers in words: what can be chosen, and what was.</summary>
public static class AnswerWords
{
    /// <summary>What a question lets people choose from; nothing where they write.</summary>
    public static IReadOnlyList<Choice> Choices(Question question, FormWords words) => question switch
    {
        ScaleQuestion scale => [.. Enumerable.Range(scale.Min, scale.Max - scale.Min + 1).Select(number => new Choice(Number(number), LabelOf(scale, number)))],
        YesNoQuestion => [new Choice("yes", words.Yes), new Choice("no", words.No)],
        ChoiceQuestion choice => [.. choice.Options.Select(ChoiceOf)],
        ChoicesQuestion choices => [.. choices.Options.Select(ChoiceOf)],
        _ => [],
    };

    /// <summary>An answer, a line for each thing that was chosen.</summary>
    public static IReadOnlyList<string> Of(Question question, Answer answer, FormWords words)
    {
        if (answer.Value is not { } value)
        {
            return [words.LeftOut];
        }

        string[] chosen = question is ChoicesQuestion ? value.Split(';') : [value];
        string[] labels = [.. Choices(question, words).Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Label)];
        return labels.Length > 0 ? labels
            : question is DateQuestion && LocalDatePattern.Iso.Parse(value).TryGetValue(default, out LocalDate day) ? [Moment.LongDay(day)]
            : value.Split('\n');
    }

    private static Choice ChoiceOf(Option option) => new(option.Value, Capital(option.Label));

    /// <summary>Where every number has a name the name will do; where only the ends have one, the numbers between show the way.</summary>
    private static string LabelOf(ScaleQuestion scale, int number) => scale.Labels.GetValueOrDefault(number) switch
    {
        null => Number(number),
        string label when scale.Labels.Count > scale.Max - scale.Min => Capital(label),
        string label => $"{Number(number)} - {label}",
    };

    private static string Capital(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
