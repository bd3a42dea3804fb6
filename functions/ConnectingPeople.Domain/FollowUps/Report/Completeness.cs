using ConnectingPeople.Domain.FollowUps.Disclosure;

namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>What came of one question, whenever it was asked.</summary>
/// <param name="Wave">The wave it was asked in; null for ordinary check-ins.</param>
/// <param name="Question">Its id.</param>
/// <param name="Asked">How often a person had it before them or would have had.</param>
/// <param name="Answered">How often it was answered.</param>
/// <param name="Refused">How often somebody would rather not say.</param>
/// <param name="NotUnderstood">How often no reply to it could be read.</param>
/// <param name="NotReached">How often they had stopped before it.</param>
public sealed record QuestionFigures(
    string? Wave, string Question, ShownCount Asked, ShownCount Answered, ShownCount Refused, ShownCount NotUnderstood, ShownCount NotReached)
{
    /// <summary>How many in a hundred were answered; null where that is kept back.</summary>
    public double? Percent => Answered.PercentOf(Asked);
}

/// <summary>Takes the rows of <c>answers</c> in; holds four numbers for each question of each wave.</summary>
public sealed class CompletenessTally
{
    private static readonly string[] Outcomes = ["answered", "refused", "not-understood", "not-reached"];

    private readonly Dictionary<(string? Wave, string Question), long[]> questions = [];

    private (string Participant, string CheckIn, string Question)? last;

    /// <summary>Takes a row in; of several answers to one question of one check-in the first alone, which is the one that holds.</summary>
    /// <param name="participant">Whose; the rows of one question follow each other.</param>
    /// <param name="checkIn">The check-in's id, unique for the participant.</param>
    /// <param name="wave">Null for an ordinary check-in.</param>
    /// <param name="question">The question's id.</param>
    /// <param name="outcome">Such as <c>not-reached</c>.</param>
    public void Add(string participant, string checkIn, string? wave, string question, string outcome)
    {
        if (last == (participant, checkIn, question))
        {
            return;
        }

        last = (participant, checkIn, question);
        if (Array.IndexOf(Outcomes, outcome) is >= 0 and var at)
        {
            if (!questions.TryGetValue((wave, question), out long[]? counts))
            {
                questions[(wave, question)] = counts = new long[Outcomes.Length];
            }

            counts[at]++;
        }
    }

    /// <param name="order">Questions as the study lists them, with the wave they are asked in; others follow by name.</param>
    public IReadOnlyList<QuestionFigures> Figures(IEnumerable<(string? Wave, string Question)> order)
    {
        Dictionary<(string? Wave, string Question), int> places =
            order.Distinct().Select((question, place) => (question, place)).ToDictionary(known => known.question, known => known.place);
        return
        [
            .. questions.OrderBy(row => places.GetValueOrDefault(row.Key, int.MaxValue))
                .ThenBy(row => row.Key.Wave, StringComparer.Ordinal)
                .ThenBy(row => row.Key.Question, StringComparer.Ordinal)
                .Select(row => Of(row.Key.Wave, row.Key.Question, row.Value)),
        ];
    }

    private static QuestionFigures Of(string? wave, string question, long[] counts)
    {
        IReadOnlyList<ShownCount> shown = Suppression.Of([counts.Sum(), .. counts], [new CountSum(0, [1, 2, 3, 4])]);
        return new(wave, question, shown[0], shown[1], shown[2], shown[3], shown[4]);
    }
}
