using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.FollowUps.Report;

/// <summary>A question that a report shows the completeness of.</summary>
/// <param name="Wave">The wave it is asked in; null for ordinary check-ins.</param>
/// <param name="Id">Its id in <c>answers.csv</c>.</param>
/// <param name="Text">What is asked, on one line.</param>
public sealed record ReportQuestion(string? Wave, string Id, string Text)
{
    /// <summary>Stands where a message has the name or the goal of the person.</summary>
    private static readonly TextValues Placeholders = new("(name)", "(goal)");

    /// <summary>All questions of a study in its first language: those of check-ins, then those of each wave.</summary>
    public static IReadOnlyList<ReportQuestion> Of(Study study) =>
    [
        .. study.CheckIns.Select(schedule => schedule.Questionnaire).Distinct().SelectMany(questionnaire => Of(study, null, questionnaire)),
        .. study.Waves.SelectMany(wave => Of(study, wave.Id, wave.Questionnaire)),
    ];

    /// <summary>The rating that means a goal is done: the highest of the questions about goals; null without one.</summary>
    public static int? GoalReached(Study study) => study.Questionnaires.Values.SelectMany(questionnaire => questionnaire.Questions)
        .OfType<ScaleQuestion>().Where(question => question.AboutGoal).Max(question => (int?)question.Max);

    private static IEnumerable<ReportQuestion> Of(Study study, string? wave, string questionnaire) =>
        study.Questionnaires[questionnaire].Questions
            .Select(question => new ReportQuestion(wave, question.Id, FirstLine(question.Text.In(study.Languages[0], Placeholders))));

    /// <summary>The options of a choice stand on further lines, and say less here than they take room.</summary>
    private static string FirstLine(string text) => text.Trim().Split('\n')[0].Trim();
}
