using System.Globalization;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

using Date = DateColumn<GoalRow>;
using Moment = InstantColumn<GoalRow>;
using Number = IntegerColumn<GoalRow>;
using Text = TextColumn<GoalRow>;

/// <summary>One rating of one goal.</summary>
/// <param name="Goal">The goal's id, unique for the participant.</param>
/// <param name="SetOn">Null when its row can't tell.</param>
/// <param name="Rating">The answer as a number.</param>
/// <param name="Answer">The answer that rated it.</param>
public sealed record GoalRow(string Goal, LocalDate? SetOn, int Rating, AnswerRow Answer);

/// <summary>
/// <c>goals</c>: a row is a rating of a goal, sorted by participant_id, goal_id and check_in_id. Goals never rated have none.
/// </summary>
public static class GoalsFile
{
    /// <summary>The columns, described with the study's waves.</summary>
    public static Dataset<GoalRow> DatasetOf(Study study) => new("goals",
    [
        KeyColumns.Participant<GoalRow>(row => row.Answer.Participant),
        new Text("goal_id", "The goal, unique for the participant", row => row.Goal) { Values = "g1, g2 and so on in the order they were set" },
        new Date("set_on", "The day the goal was set", row => row.SetOn)
        {
            Missing = "not recorded", Derivation = KeyColumns.DayIsLocal,
        },
        KeyColumns.CheckIn<GoalRow>(row => row.Answer.CheckIn),
        KeyColumns.Wave<GoalRow>(study, row => row.Answer.CheckIn),
        new Moment("rated_at", "When the answer came", row => row.Answer.Answer!.At),
        new Number("rating", "The rating; higher is nearer the goal", row => row.Rating)
        {
            Derivation = "each answer in numbers to a question about a goal; its range stands with the column value of answers",
        },
        new Text("label", "The rating in words", row => row.Answer.Answer!.Label) { Missing = "the rating has none" },
    ]);

    /// <summary>The ratings among one person's answers.</summary>
    public static IEnumerable<GoalRow> RowsOf(ParticipantHistory person, IEnumerable<AnswerRow> answers) => answers
        .Where(answer => answer is { Question.AboutGoal: true, CheckIn.Goal: not null, IsAnswered: true })
        .Select(answer => int.TryParse(answer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int rating)
            ? new GoalRow(answer.CheckIn.Goal!, SetOn(person, answer.CheckIn.Goal!), rating, answer)
            : null)
        .OfType<GoalRow>()
        .OrderBy(row => row.Goal, StringComparer.Ordinal);

    private static LocalDate? SetOn(ParticipantHistory person, string goal) =>
        person.GoalsSetOn.TryGetValue(goal, out LocalDate day) ? day : null;
}
