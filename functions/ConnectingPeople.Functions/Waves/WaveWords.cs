using System.Globalization;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Waves;

/// <summary>How pages speak of waves.</summary>
public static class WaveWords
{
    /// <summary>A wave's name, such as <c>Nine-month</c>.</summary>
    public static string Of(WaveDefinition wave) => char.ToUpperInvariant(wave.Id[0]) + wave.Id[1..];

    public static string Of(WaveState state) => state switch
    {
        WaveState.NotOpen => "Not open yet",
        WaveState.Open => "Open",
        WaveState.Complete => "Complete",
        WaveState.Partial => "Closed, partly answered",
        _ => "Closed, not answered",
    };

    /// <summary>The colour of the tag that says <see cref="Of(WaveState)"/>.</summary>
    public static string Colour(WaveState state) => state switch
    {
        WaveState.NotOpen => "grey",
        WaveState.Open => "blue",
        WaveState.Complete => "green",
        _ => "orange",
    };

    /// <summary>Such as <c>19 Sep to 18 Nov 2026</c>.</summary>
    public static string Of(WaveWindow window) => window.FirstDay.Year == window.LastDay.Year
        ? $"{Days.WithoutYear(window.FirstDay)} to {Moment.Day(window.LastDay)}"
        : $"{Moment.Day(window.FirstDay)} to {Moment.Day(window.LastDay)}";

    /// <summary>Such as <c>2 of 15</c>; null when nobody counted.</summary>
    public static string? Answered(WaveProgress progress) => progress.Settled is { } settled ? $"{settled} of {progress.Questions}" : null;

    /// <summary>Where an answer comes from, as the end of a sentence: <c>in an interview on 5 Oct 2026</c>.</summary>
    public static string Came(Answer answer, DateTimeZone zone) => $"{Source(answer.Source)} on {Moment.Day(answer.At.InZone(zone).Date)}";

    /// <summary>When a question that depends on an earlier one is asked.</summary>
    /// <param name="condition">What it depends on.</param>
    /// <param name="earlier">The question it depends on.</param>
    /// <param name="label">What the earlier question asks.</param>
    public static string AskedWhen(AskWhen condition, Question? earlier, string label) => $"Ask this only if the answer to \"{label}\" is {condition switch
    {
        { Is: { } value } => $"\"{LabelOf(earlier, value)}\"",
        { AtMost: { } most, AtLeast: { } least } => string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}"),
        { AtMost: { } most } => string.Create(CultureInfo.InvariantCulture, $"{most} or less"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{condition.AtLeast} or more"),
    }}.";

    private static string Source(AnswerSource source) => source switch
    {
        AnswerSource.Interview => "in an interview",
        AnswerSource.EmailForm => "in the web form",
        _ => "by text message",
    };

    private static string LabelOf(Question? question, string value) => question switch
    {
        ChoiceQuestion choice => choice.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value,
        ChoicesQuestion choices => choices.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value,
        _ => value,
    };
}
