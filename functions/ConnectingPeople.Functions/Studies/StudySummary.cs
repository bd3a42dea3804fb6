using System.ComponentModel;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.OpenApi;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Studies;

/// <summary>A study definition as JSON, in the words that definitions use.</summary>
public sealed record StudySummary(
    string Id,
    string Version,
    string Name,
    IReadOnlyList<string> Languages,
    [property: Description("Whether nobody in the study exists.")] bool Simulated,
    SendingSummary Sending,
    IReadOnlyList<CheckInSummary> CheckIns,
    IReadOnlyList<WaveSummary> Waves,
    IReadOnlyList<QuestionnaireSummary> Questionnaires,
    KeywordsSummary Keywords,
    IReadOnlyList<MeasureSummary> Measures,
    ExportsSummary Exports)
{
    public static StudySummary Of(Study study) => new(
        study.Id,
        study.Version,
        study.Name,
        study.Languages,
        study.IsSimulated,
        SendingSummary.Of(study.Sending),
        [.. study.CheckIns.Select(CheckInSummary.Of)],
        [.. study.Waves.Select(WaveSummary.Of)],
        [.. study.Questionnaires.Values.Select(questionnaire => new QuestionnaireSummary(
            questionnaire.Id, questionnaire.Version, [.. questionnaire.Questions.Select(question => QuestionSummary.Of(question, study))]))],
        KeywordsSummary.Of(study.Keywords),
        [.. study.Measures.Select(MeasureSummary.Of)],
        new ExportsSummary(study.Exports.Keep));

    internal static string Time(LocalTime time) => time.ToString("HH:mm", null);

    internal static string Text(Period period) => PeriodPattern.Roundtrip.Format(period);
}

/// <summary>When people may be written to.</summary>
public sealed record SendingSummary(IReadOnlyList<string> Days, string From, string To, int MaxPerDay)
{
    public static SendingSummary Of(SendingHours hours) => new(
        [.. hours.Days.Order().Select(day => Words.Of(day))], StudySummary.Time(hours.From), StudySummary.Time(hours.To), hours.MaxPerDay);
}

/// <summary>A questionnaire that comes round again and again.</summary>
public sealed record CheckInSummary(
    string Id,
    string Questionnaire,
    [property: Description("Days, in ISO 8601, such as P7D.")] string Every,
    [property: Description("Such as thursday; null for any day.")] string? On,
    string At,
    IReadOnlyList<string> RemindAfter,
    string CloseAfter,
    [property: WordOf(typeof(LatePolicy))] string Late)
{
    public static CheckInSummary Of(CheckInSchedule schedule) => new(
        schedule.Id,
        schedule.Questionnaire,
        $"P{schedule.EveryDays}D",
        schedule.On is { } day ? Words.Of(day) : null,
        StudySummary.Time(schedule.At),
        [.. schedule.RemindAfter.Select(StudySummary.Text)],
        StudySummary.Text(schedule.CloseAfter),
        Words.Of(schedule.Late));
}

/// <summary>A wave of measurement.</summary>
public sealed record WaveSummary(
    string Id,
    string Questionnaire,
    string Due,
    string Opens,
    string Closes,
    [property: WordOf(typeof(WaveAsking))] string Ask,
    string At,
    IReadOnlyList<string> RemindAfter,
    string CloseAfter)
{
    public static WaveSummary Of(WaveDefinition wave) => new(
        wave.Id,
        wave.Questionnaire,
        StudySummary.Text(wave.Due),
        StudySummary.Text(wave.Opens),
        StudySummary.Text(wave.Closes),
        Words.Of(wave.Ask),
        StudySummary.Time(wave.At),
        [.. wave.RemindAfter.Select(StudySummary.Text)],
        StudySummary.Text(wave.CloseAfter));
}

/// <summary>What is asked together.</summary>
public sealed record QuestionnaireSummary(string Id, int Version, IReadOnlyList<QuestionSummary> Questions);

/// <summary>The words that are obeyed at any time.</summary>
public sealed record KeywordsSummary(
    IReadOnlyList<string> OptOut, IReadOnlyList<string> OptIn, IReadOnlyList<string> Help, IReadOnlyList<string> Pause, IReadOnlyList<string> CallMe)
{
    public static KeywordsSummary Of(Keywords words) => new(words.OptOut, words.OptIn, words.Help, words.Pause, words.CallMe);
}

/// <summary>A score and what it is made from.</summary>
public sealed record MeasureSummary(
    string Id,
    string Label,
    string Unit,
    [property: WordOf(typeof(Direction))] string Direction,
    [property: Description("The questions it comes from.")] IReadOnlyList<string> Items,
    [property: Description("How it comes from them, in words.")] string Formula)
{
    public static MeasureSummary Of(Measure measure) => new(
        measure.Id, measure.Label, measure.Unit, Words.Of(measure.Direction), [.. measure.Items.Select(item => item.Question.Id)], measure.Formula);
}

/// <summary>What is done with exports.</summary>
public sealed record ExportsSummary([property: Description("How many are kept.")] int Keep);
