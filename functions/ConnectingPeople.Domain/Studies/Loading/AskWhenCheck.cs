using System.Globalization;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Checks conditions against the questions they name. Since a condition only looks back, no circle of them passes.</summary>
internal static class AskWhenCheck
{
    public static void Check(IReadOnlyList<(Node Node, Question? Question)> questions, Reading reading)
    {
        List<string?> ids = [.. questions.Select(question => Twins.IdIn(question.Node)?.Text)];
        for (int place = 0; place < questions.Count; place++)
        {
            if (questions[place].Question?.AskWhen is { Question.Length: > 0 } when
                && (questions[place].Node as Mapping)?.Find("askWhen") is Mapping node)
            {
                int named = ids.IndexOf(when.Question);
                if (named < 0 || named >= place)
                {
                    RefuseReference(node.Find("question")!, when.Question, named - place, ids.Take(place).OfType<string>(), reading);
                }
                else if (questions[named].Question is { } earlier)
                {
                    CheckCondition(node, when, earlier, reading);
                }
            }
        }
    }

    private static void RefuseReference(Node at, string id, int distance, IEnumerable<string> earlier, Reading reading)
    {
        switch (distance)
        {
            case 0:
                reading.Refuse(at, $"question '{id}' waits for its own answer", "name an earlier question");
                break;
            case > 0:
                reading.Refuse(at, $"question '{id}' comes later", "move it before this one, or name an earlier question");
                break;
            default:
                reading.Refuse(at, $"there is no earlier question '{id}'", Words.Suggest(id, earlier));
                break;
        }
    }

    private static void CheckCondition(Mapping node, AskWhen when, Question earlier, Reading reading)
    {
        foreach ((string key, string value) in Conditions(when))
        {
            if (CureFor(earlier, key, value) is { } cure && node.Find(key) is { } at)
            {
                reading.Refuse(
                    at, $"'{key}: {Words.Shorten(value)}' never fits an answer to '{earlier.Id}', which is of type {earlier.Type}", cure);
            }
        }
    }

    private static IEnumerable<(string Key, string Value)> Conditions(AskWhen when)
    {
        if (when.AtMost is { } most)
        {
            yield return ("atMost", most.ToString(CultureInfo.InvariantCulture));
        }

        if (when.AtLeast is { } least)
        {
            yield return ("atLeast", least.ToString(CultureInfo.InvariantCulture));
        }

        if (when.Is is { } value)
        {
            yield return ("is", value);
        }
    }

    /// <summary>What to write instead; null when the condition fits.</summary>
    internal static string? CureFor(Question earlier, string key, string value) => earlier switch
    {
        ScaleQuestion scale => Number(value, scale.Min, scale.Max),
        CountQuestion count => Number(value, count.Min, count.Max),
        YesNoQuestion => key == "is" && value is "yes" or "no" ? null : "write 'is: yes' or 'is: no'",
        ChoiceQuestion choice => Value(key, value, choice.Options),
        ChoicesQuestion choices => Value(key, value, choices.Options),
        _ => "name a question with a number, yes or no, or options to choose from",
    };

    private static string? Number(string value, int min, int max) =>
        min >= max || (int.TryParse(value, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max)
            ? null
            : $"write atMost, atLeast or is with a number from {min} to {max}";

    private static string? Value(string key, string value, IReadOnlyList<Option> options) =>
        key == "is" && options.Any(option => option.Value == value)
            ? null
            : $"write 'is' with the value of an option; {Words.Suggest(value, options.Select(option => option.Value))}";
}
