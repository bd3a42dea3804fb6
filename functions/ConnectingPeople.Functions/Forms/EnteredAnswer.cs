using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Forms;

/// <summary>What stands in a question's fields.</summary>
/// <param name="Values">What was chosen or written.</param>
/// <param name="Day">The three boxes of a day.</param>
public sealed record EnteredAnswer(IReadOnlyList<string> Values, EnteredDay Day)
{
    /// <summary>The name of the fields, and the id of the first, on a page with one question.</summary>
    public const string Field = "answer";

    private static readonly EnteredAnswer Nothing = new([], new EnteredDay("", "", ""));

    /// <summary>What is stored, to be put right; nothing where nothing was answered.</summary>
    public static EnteredAnswer Of(Answer? answer) => answer?.Value is not { } value
        ? Nothing
        : new EnteredAnswer([value, .. value.Split(';')], EnteredDay.Of(value));

    /// <summary>What was posted.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">The name of the fields.</param>
    public static EnteredAnswer From(IFormCollection form, string field = Field) => new(
        [.. form[field].OfType<string>().Select(Clean)],
        new EnteredDay(Box(form, $"{field}-day"), Box(form, $"{field}-month"), Box(form, $"{field}-year")));

    private static string Box(IFormCollection form, string name) => Clean(form[name].ToString()).Trim();

    /// <summary>Without what no keyboard writes: signs that control machines, and those that stand for names and links in what is stored.</summary>
    private static string Clean(string written) =>
        string.Concat(written.Where(letter => letter is '\n' or '\r' or '\t' || !(char.IsControl(letter) || letter is >= '\uE000' and <= '\uF8FF')));

    public string Text => Values.Count == 0 ? "" : Values[0];

    /// <summary>All that stands in any of the fields, whether it can be an answer or not.</summary>
    public IReadOnlyList<string> Written => [.. Values.Concat([Day.Day, Day.Month, Day.Year]).Where(text => text.Length > 0)];

    /// <summary>The answer as the question's type reads it.</summary>
    public IReadOnlyList<string> For(Question question) => question is DateQuestion ? Day.Iso is { } day ? [day] : [] : Values;
}

/// <summary>A day in three boxes, as it was written.</summary>
public sealed record EnteredDay(string Day, string Month, string Year)
{
    /// <summary>As ISO 8601, whether there is such a day or not; null when nothing was written.</summary>
    public string? Iso => Day.Length + Month.Length + Year.Length == 0 ? null : $"{Year}-{Month.PadLeft(2, '0')}-{Day.PadLeft(2, '0')}";

    internal static EnteredDay Of(string value) => LocalDatePattern.Iso.Parse(value).TryGetValue(default, out LocalDate day)
        ? new EnteredDay($"{day.Day}", $"{day.Month}", $"{day.Year}")
        : new EnteredDay("", "", "");
}
