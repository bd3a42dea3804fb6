using System.Globalization;
using ConnectingPeople.Domain.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>Reads what an interviewer entered for a question: exact values, nothing guessed.</summary>
public static class InterviewAnswer
{
    /// <summary>The longest answer in words, in characters.</summary>
    public const int MaxText = 2_000;

    /// <summary>Reads the values entered for a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="entered">One value; for several choices, any number from 1.</param>
    /// <returns>The answer as datasets hold it, or what is wrong with it.</returns>
    public static Result<InterviewValue> Read(Question question, IReadOnlyList<string> entered) => question switch
    {
        ChoicesQuestion choices => Several(choices, entered),
        _ when entered.Count != 1 => Wrong("takes one value."),
        ScaleQuestion scale => Number(entered[0], scale.Min, scale.Max, scale.Labels),
        CountQuestion count => Number(entered[0], count.Min, count.Max, null),
        YesNoQuestion => entered[0] is "yes" or "no" ? new InterviewValue(entered[0], null) : Wrong("must be \"yes\" or \"no\"."),
        ChoiceQuestion choice => choice.Options.FirstOrDefault(option => option.Value == entered[0]) is { } option
            ? new InterviewValue(option.Value, option.Label)
            : Wrong($"must be one of: {Values(choice.Options)}."),
        DateQuestion => LocalDatePattern.Iso.Parse(entered[0]).Success ? new InterviewValue(entered[0], null) : Wrong("must be a day such as 2026-03-05."),
        _ => entered[0].Trim() is { Length: > 0 and <= MaxText } text ? new InterviewValue(text, null) : Wrong($"must be 1 to {MaxText} characters."),
    };

    private static Result<InterviewValue> Number(string entered, int min, int max, IReadOnlyDictionary<int, string>? labels) =>
        int.TryParse(entered, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max
            ? new InterviewValue(number.ToString(CultureInfo.InvariantCulture), labels?.GetValueOrDefault(number))
            : Wrong(string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}."));

    private static Result<InterviewValue> Several(ChoicesQuestion question, IReadOnlyList<string> entered)
    {
        List<Option> chosen = [.. question.Options.Where(option => entered.Contains(option.Value))];
        return entered.Count > 0 && chosen.Count == entered.Distinct().Count()
            ? new InterviewValue(string.Join(';', chosen.Select(option => option.Value)), string.Join(';', chosen.Select(option => option.Label)))
            : Wrong($"must be a list of some of: {Values(question.Options)}.");
    }

    private static string Values(IReadOnlyList<Option> options) => string.Join(", ", options.Select(option => option.Value));

    private static Result<InterviewValue> Wrong(string problem) => Result<InterviewValue>.Failure(problem);
}

/// <summary>An answer as datasets hold it.</summary>
public sealed record InterviewValue(string Value, string? Label);
