using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.FollowUps.Measures;

/// <summary>Waves and items to make measures from.</summary>
internal static class Waves
{
    public static MeasureHead Head(string id = "score", int digits = 2, int fromVersion = 1) =>
        new(id, "Score", Direction.HigherIsBetter, "ours", "us", digits, fromVersion);

    public static Item Scale(string id, int min, int max, bool isReversed = false) =>
        new(new ScaleQuestion(min, max, new Dictionary<int, string>()) { Id = id, Text = MessageText.Plain(id) }, isReversed);

    public static Item YesNo(string id, bool isReversed = false) => new(new YesNoQuestion { Id = id, Text = MessageText.Plain(id) }, isReversed);

    public static Item Count(string id, AskWhen? askWhen = null) => new(new CountQuestion(0, 99) { Id = id, Text = MessageText.Plain(id), AskWhen = askWhen });

    /// <summary>Several items of one range: a, b, c and so on.</summary>
    public static IReadOnlyList<Item> Scales(int count, int min, int max) => [.. Enumerable.Range(0, count).Select(place => Scale(Letter(place), min, max))];

    /// <summary>Answers to a, b, c and so on; null for one that was refused.</summary>
    public static CheckIn Answers(params int?[] values) =>
        Wave([.. values.Select((value, place) => (Letter(place), value?.ToString(System.Globalization.CultureInfo.InvariantCulture)))]);

    public static CheckIn Wave(params (string Question, string? Value)[] answers) => new()
    {
        Id = "baseline-2026-01-06",
        Questionnaire = "follow-up",
        Version = 1,
        Wave = "baseline",
        DueAt = default,
        ClosesAt = default,
        Answers = [.. answers.Select(answer => new Answer(
            answer.Question, answer.Value is null ? AnswerOutcome.Refused : AnswerOutcome.Answered, answer.Value, null, null, 1, default))],
    };

    public static MeasuredWave On(this CheckIn wave, int year, int month, int day) => new(wave, new LocalDate(year, month, day));

    private static string Letter(int place) => ((char)('a' + place)).ToString();
}
