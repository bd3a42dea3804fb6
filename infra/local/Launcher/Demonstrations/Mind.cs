using System.Globalization;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Simulator.Cohort;
using NodaTime;
using NodaTime.Text;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>
/// What somebody would answer: each answer is their course at that day, seen through the question, with an error of its own. Items
/// that mean alike lean on one trait, so that scores made of them hang together as a real instrument's do.
/// </summary>
/// <param name="course">How their months go.</param>
/// <param name="chance">Theirs: the same for the same question on the same occasion.</param>
public sealed class Mind(Course course, Chance chance)
{
    /// <summary>How far the answers to a scale spread, in quarters of its range for a standard deviation.</summary>
    private const double ScaleSpread = 1.05;

    /// <summary>Which trait each scale leans on, and how strongly, from -1 to 1. A scale that isn't named leans on wellbeing.</summary>
    private static readonly Dictionary<string, (Func<Course, Trait> Trait, double Loading)> Scales = new()
    {
        ["advice"] = (course => course.Resources, 0.85),
        ["information"] = (course => course.Resources, 0.8),
        ["practical-help"] = (course => course.Resources, 0.8),
        ["included"] = (course => course.Inclusion, 0.85),
        ["belonging"] = (course => course.Inclusion, 0.8),
        ["connected"] = (course => course.Inclusion, 0.75),
        ["confidence"] = (course => course.Inclusion, 0.6),
        ["days"] = (course => course.Wellbeing, 0.85),
        ["lonely"] = (course => course.Inclusion, -0.75),
    };

    /// <summary>What they'd answer.</summary>
    /// <param name="question">Of any questionnaire of the study.</param>
    /// <param name="goal">Which goal it is about, where it is about one.</param>
    /// <param name="day">Days since enrolment.</param>
    /// <param name="today">The local day.</param>
    /// <param name="occasion">Tells this asking from others.</param>
    /// <returns>The values as datasets hold them, several only where several may be chosen; null where they'd rather not say.</returns>
    public IReadOnlyList<string>? Answer(Question question, GoalCourse? goal, int day, LocalDate today, string occasion)
    {
        string draw = $"{occasion} {question.Id}";
        return question switch
        {
            TextQuestion => chance.Of(draw) < 0.25 ? [chance.OneOf($"{draw} words", OwnWords.For(question.Id, course.Barrier))] : null,
            { AboutGoal: false } when chance.Of($"{draw} refused") < 0.015 => null,
            ScaleQuestion { AboutGoal: true } scale => [Text(GoalRating(scale, goal ?? course.Goals[^1], day, draw))],
            ScaleQuestion scale => [Text(Rating(scale, day, draw))],
            CountQuestion count => [Text(Math.Clamp(Count(count.Id, day, draw), count.Min, count.Max))],
            YesNoQuestion => [chance.Of(draw) < Likelihood(question.Id, day) ? "yes" : "no"],
            ChoiceQuestion choice => [Chosen(choice, draw)],
            ChoicesQuestion choices => Several(choices, day, draw),
            DateQuestion => [LocalDatePattern.Iso.Format(today.PlusDays(-DaysAgo(day, draw)))],
            _ => null,
        };
    }

    private int Rating(ScaleQuestion scale, int day, string draw)
    {
        (Func<Course, Trait> trait, double loading) = Scales.GetValueOrDefault(scale.Id, (course => course.Wellbeing, 0.6));
        double seen = (loading * trait(course).At(day)) + (Math.Sqrt(1 - (loading * loading)) * chance.Normal(draw));
        double middle = (scale.Min + scale.Max) / 2.0;
        double rated = middle + (seen * ScaleSpread * (scale.Max - scale.Min) / 4.0);
        return Math.Clamp((int)Math.Round(rated, MidpointRounding.AwayFromZero), scale.Min, scale.Max);
    }

    /// <summary>A goal goes up step by step, with a week now and then that feels like a step back.</summary>
    private int GoalRating(ScaleQuestion scale, GoalCourse goal, int day, string draw)
    {
        int steps = scale.Max - scale.Min;
        double felt = (goal.At(day) * steps) + (goal.At(day) < 1 ? 0.1 * chance.Normal(draw) : 0);
        return scale.Min + Math.Clamp((int)Math.Floor(felt + 1e-9), 0, steps);
    }

    private int Count(string question, int day, string draw)
    {
        double expected = question switch
        {
            "services" => course.Services.At(day),
            "contacts" => course.Contacts.At(day) + 0.4,
            "someone-to-tell" => 0.8 + (0.4 * course.Resources.At(day)),
            _ => course.Contacts.At(day),
        };
        return (int)Math.Round(Math.Exp(expected + (0.22 * chance.Normal(draw))), MidpointRounding.AwayFromZero);
    }

    private double Likelihood(string question, int day)
    {
        double odds = question switch
        {
            "new-person" => -0.9 + (0.6 * course.Inclusion.At(day)),
            "activity" => -0.2 + (0.7 * course.Inclusion.At(day)),
            "helped-someone" => 0.3 + (0.6 * course.Resources.At(day)),
            _ => 0.4 * course.Wellbeing.At(day),
        };
        return 1 / (1 + Math.Exp(-odds));
    }

    private string Chosen(ChoiceQuestion choice, string draw) =>
        choice.Options.FirstOrDefault(option => option.Value == course.Barrier) is { } usual && chance.Of(draw) < 0.4
            ? usual.Value
            : chance.OneOf($"{draw} other", [.. choice.Options.Select(option => option.Value)]);

    /// <summary>Each by itself; the last option says that none fits.</summary>
    private string[] Several(ChoicesQuestion choices, int day, string draw)
    {
        double odds = -0.6 + (0.5 * course.Inclusion.At(day));
        string[] chosen = [.. choices.Options.SkipLast(1).Select(option => option.Value).Where(value => chance.Of($"{draw} {value}") < 1 / (1 + Math.Exp(-odds)))];
        return chosen.Length > 0 ? chosen : [choices.Options[^1].Value];
    }

    private int DaysAgo(int day, string draw) =>
        Math.Clamp((int)Math.Round(Math.Exp(2 - (0.5 * course.Inclusion.At(day)) + (0.7 * chance.Normal(draw)))), 0, 120);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
