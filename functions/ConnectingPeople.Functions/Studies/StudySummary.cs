using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Studies;

/// <summary>A study definition as JSON, in the words that definitions use.</summary>
public static class StudySummary
{
    public static object Of(Study study) => new
    {
        id = study.Id,
        version = study.Version,
        name = study.Name,
        languages = study.Languages,
        simulated = study.IsSimulated,
        sending = new
        {
            days = study.Sending.Days.Order().Select(day => Words.Of(day)),
            from = Time(study.Sending.From),
            to = Time(study.Sending.To),
            maxPerDay = study.Sending.MaxPerDay,
        },
        checkIns = study.CheckIns.Select(CheckIn),
        waves = study.Waves.Select(Wave),
        questionnaires = study.Questionnaires.Values.Select(questionnaire => new
        {
            id = questionnaire.Id,
            version = questionnaire.Version,
            questions = questionnaire.Questions.Select(question => QuestionSummary.Of(question, study)),
        }),
        keywords = new
        {
            optOut = study.Keywords.OptOut,
            optIn = study.Keywords.OptIn,
            help = study.Keywords.Help,
            pause = study.Keywords.Pause,
            callMe = study.Keywords.CallMe,
        },
        measures = study.Measures.Select(measure => new
        {
            id = measure.Id,
            label = measure.Label,
            unit = measure.Unit,
            direction = Words.Of(measure.Direction),
            items = measure.Items.Select(item => item.Question.Id),
            formula = measure.Formula,
        }),
        exports = new { keep = study.Exports.Keep },
    };

    private static object CheckIn(CheckInSchedule schedule) => new
    {
        id = schedule.Id,
        questionnaire = schedule.Questionnaire,
        every = $"P{schedule.EveryDays}D",
        on = schedule.On is { } day ? Words.Of(day) : null,
        at = Time(schedule.At),
        remindAfter = schedule.RemindAfter.Select(Text),
        closeAfter = Text(schedule.CloseAfter),
        late = Words.Of(schedule.Late),
    };

    private static object Wave(WaveDefinition wave) => new
    {
        id = wave.Id,
        questionnaire = wave.Questionnaire,
        due = Text(wave.Due),
        opens = Text(wave.Opens),
        closes = Text(wave.Closes),
        ask = Words.Of(wave.Ask),
        at = Time(wave.At),
        remindAfter = wave.RemindAfter.Select(Text),
        closeAfter = Text(wave.CloseAfter),
    };

    private static string Time(LocalTime time) => time.ToString("HH:mm", null);

    private static string Text(Period period) => PeriodPattern.Roundtrip.Format(period);
}
