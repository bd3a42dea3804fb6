using System.Globalization;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>One rating of one goal.</summary>
/// <param name="Goal">The goal's id, unique for the participant.</param>
/// <param name="SetOn">Null when its row can't tell.</param>
/// <param name="Rating">The answer as a number.</param>
/// <param name="Answer">The answer that rated it.</param>
public sealed record GoalRow(string Goal, LocalDate? SetOn, int Rating, AnswerRow Answer);

/// <summary><c>goals</c>: a row is a rating of a goal, sorted by participant_id, goal_id and check_in_id. Goals never rated have none.</summary>
public static class GoalsFile
{
    /// <summary>The columns, described with the study's waves.</summary>
    public static Dataset<GoalRow> DatasetOf(Study study) => new("goals",
    [
        new TextColumn<GoalRow>("participant_id", "The participant's pseudonym", row => row.Answer.Participant) { Values = "CP- and six characters" },
        new TextColumn<GoalRow>("goal_id", "The goal, unique for the participant", row => row.Goal) { Values = "g1, g2 and so on in the order they were set" },
        new DateColumn<GoalRow>("set_on", "The day the goal was set", row => row.SetOn)
        {
            Missing = "not recorded", Derivation = "the day in the participant's time zone",
        },
        new TextColumn<GoalRow>("check_in_id", "The check-in that asked", row => row.Answer.CheckIn.Id) { Values = "{schedule or wave}-{local day due}" },
        new TextColumn<GoalRow>("wave", "The wave it measures", row => row.Answer.CheckIn.Wave)
        {
            Values = string.Join(" | ", study.Waves.Select(wave => wave.Id)), Missing = "an ordinary check-in",
        },
        new InstantColumn<GoalRow>("rated_at", "When the answer came", row => row.Answer.Answer!.At),
        new IntegerColumn<GoalRow>("rating", "The rating; higher is nearer the goal", row => row.Rating)
        {
            Derivation = "each answer in numbers to a question about a goal; its range stands with the column value of answers",
        },
        new TextColumn<GoalRow>("label", "The rating in words", row => row.Answer.Answer!.Label) { Missing = "the rating has none" },
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
