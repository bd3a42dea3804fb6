using System.Globalization;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>
/// Tells answers that are codes from a person's own words. The words may tell who somebody is, so they are kept apart; and an
/// answer whose question changed or is gone is taken for a code only if it can't be anything else.
/// </summary>
public static class AnswerCode
{
    public static bool Is(Answer answer, Question? question) => question is not TextQuestion && answer.Value is { } value
        && (answer.Label is not null
            || value is "yes" or "no"
            || int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            || DateOnly.TryParseExact(value, "o", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || AreOptions(value, question));

    private static bool AreOptions(string value, Question? question)
    {
        IReadOnlyList<Option> options = question switch
        {
            ChoiceQuestion choice => choice.Options,
            ChoicesQuestion choices => choices.Options,
            _ => [],
        };
        return value.Split(';').All(part => options.Any(option => option.Value == part));
    }
}
