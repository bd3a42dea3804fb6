using System.Globalization;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Simulator.Cohort;
using NodaTime;
using NodaTime.Text;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>Puts an answer as one gives it in a text message, and as one enters it in a form.</summary>
public static class Wording
{
    private const string Skip = "SKIP";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>As a text message.</summary>
    public static string InText(Question question, IReadOnlyList<string>? values, Chance chance, string occasion)
    {
        if (values is null)
        {
            return Skip;
        }

        string draw = $"{occasion} {question.Id} wording";
        return question switch
        {
            ScaleQuestion scale => OnScale(scale, values[0], chance, draw),
            CountQuestion => chance.OneOf(draw, values[0], values[0], values[0], $"about {values[0]}"),
            YesNoQuestion => values[0] == "yes" ? chance.OneOf(draw, "Yes", "yes", "YES", "Yeah") : chance.OneOf(draw, "No", "no", "NO", "Not really"),
            ChoiceQuestion choice => chance.OneOf(draw, NumberOf(choice.Options, values[0]), LabelOf(choice.Options, values[0])),
            ChoicesQuestion choices => string.Join(" and ", values.Select(value => NumberOf(choices.Options, value))),
            DateQuestion => Day.Format(LocalDatePattern.Iso.Parse(values[0]).Value),
            _ => values[0],
        };
    }

    /// <summary>As the fields of the form's page.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? InForm(Question question, IReadOnlyList<string>? values)
    {
        if (values is null || question is not DateQuestion)
        {
            return values is null ? null : [.. values.Select(value => KeyValuePair.Create("answer", value))];
        }

        LocalDate day = LocalDatePattern.Iso.Parse(values[0]).Value;
        return [KeyValuePair.Create("answer-day", Text(day.Day)), KeyValuePair.Create("answer-month", Text(day.Month)), KeyValuePair.Create("answer-year", Text(day.Year))];
    }

    private static string OnScale(ScaleQuestion scale, string value, Chance chance, string draw) =>
        scale.AboutGoal && scale.Labels.TryGetValue(int.Parse(value, CultureInfo.InvariantCulture), out string? label)
            ? chance.OneOf(draw, value, value, label)
            : chance.OneOf(draw, value, value, value, $"{value} I think");

    private static string NumberOf(IReadOnlyList<Option> options, string value) => Text(options.TakeWhile(option => option.Value != value).Count() + 1);

    private static string LabelOf(IReadOnlyList<Option> options, string value) => options.First(option => option.Value == value).Label;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
