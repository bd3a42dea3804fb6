using System.Globalization;
using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Studies;

/// <summary>How pages put a definition into words.</summary>
public static class StudyWords
{
    private static readonly IsoDayOfWeek[] Week = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)];

    /// <summary>Such as "8 months and 14 days"; "at once" for nothing.</summary>
    public static string Of(Period period)
    {
        string[] parts =
        [
            .. new (long Count, string Unit)[]
            {
                (period.Years, "year"), (period.Months, "month"), (period.Weeks, "week"), (period.Days, "day"), (period.Hours, "hour"), (period.Minutes, "minute"),
            }.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Unit}{(part.Count == 1 ? "" : "s")}"),
        ];
        return parts.Length == 0 ? "at once" : Listed(parts);
    }

    /// <summary>Such as "Monday, Tuesday and Friday"; "every day" for all.</summary>
    public static string Of(IReadOnlySet<IsoDayOfWeek> days) => days.Count == Week.Length ? "every day" : Listed([.. Week.Where(days.Contains).Select(day => $"{day}")]);

    public static string Of(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>When a check-in starts, unless the person chose otherwise.</summary>
    public static string Starts(CheckInSchedule schedule) =>
        $"{(schedule.EveryDays == 7 ? "Each week" : $"Every {schedule.EveryDays} days")}{(schedule.On is { } day ? $" on {day}" : "")} at {Of(schedule.At)}, unless the person chose another day or time";

    public static string Of(LatePolicy late) => late switch
    {
        LatePolicy.Send => "It starts as soon as it can, until the next one is due",
        LatePolicy.Skip => "It starts on its own day or not at all",
        _ => "It may also start on the next day with sending hours",
    };

    /// <summary>What counts as an answer.</summary>
    public static string AnswerTo(Question question) => question switch
    {
        ScaleQuestion scale => string.Create(CultureInfo.InvariantCulture, $"a number from {scale.Min} to {scale.Max}"),
        CountQuestion count => string.Create(CultureInfo.InvariantCulture, $"how many, from {count.Min} to {count.Max}"),
        YesNoQuestion => "yes or no",
        ChoiceQuestion choice => $"one of: {string.Join(", ", choice.Options.Select(option => option.Label))}",
        ChoicesQuestion choices => $"any of: {string.Join(", ", choices.Options.Select(option => option.Label))}",
        DateQuestion => "a day",
        _ => "their own words",
    };

    /// <summary>When a question is asked; null for always.</summary>
    public static string? When(Question question) => question.AskWhen switch
    {
        { AtMost: { } most } asked => $"Only if {asked.Question} is {most} or less",
        { AtLeast: { } least } asked => $"Only if {asked.Question} is {least} or more",
        { Is: { } value } asked => $"Only if {asked.Question} is {value}",
        _ => question.AboutGoal ? "Only for people with a goal" : null,
    };

    /// <summary>Which way a score is better.</summary>
    public static string Of(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => "Higher",
        Direction.LowerIsBetter => "Lower",
        _ => "Neither as such",
    };

    /// <summary>A language as people say it.</summary>
    public static string OfLanguage(string language) => language switch
    {
        "en-GB" => "English",
        "en-GB-easy" => "Easy-read English",
        _ => language,
    };

    /// <summary>What would happen with a reply.</summary>
    public static string Of(Understood heard) => heard.Outcome switch
    {
        "answer" => $"An answer: {heard.Value}{(heard.Label is { } label ? $" ({label})" : "")}",
        "ask-again" => "Not clear, so we would ask again",
        "skip" => "Would rather not say",
        "opt-out" => "Asks us to stop, so we would",
        "opt-in" => "Asks to hear from us again",
        "help" => "Asks what this is, so we would explain",
        "pause" => "Asks for a break, so we would pause",
        "call-me" => "Asks for a call, so we would tell the practitioner",
        var other => other,
    };

    private static string Listed(string[] parts) =>
        parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
}
