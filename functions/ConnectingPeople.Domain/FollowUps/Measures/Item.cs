using System.Globalization;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps.Measures;

/// <summary>
/// A question whose answer counts as a number: a scale or a count as answered, yes as 1 and no as 0. Reversed, it counts as its
/// least plus its greatest number less the answer, so that 1 to 5 becomes 5 to 1 (DeVellis 2017, Scale Development).
/// </summary>
public sealed record Item
{
    /// <param name="question">A scale, a count or yes-no.</param>
    /// <param name="isReversed">Whether a high answer counts as a low number.</param>
    /// <exception cref="ArgumentException">The question gives no number.</exception>
    public Item(Question question, bool isReversed = false)
    {
        (Least, Most) = RangeOf(question) ?? throw new ArgumentException($"a {question.Type} question gives no number", nameof(question));
        (Question, IsReversed) = (question, isReversed);
    }

    public Question Question { get; }

    public bool IsReversed { get; }

    public int Least { get; }

    public int Most { get; }

    /// <summary>The numbers that answers to a question can be; null for a question whose answers are none.</summary>
    public static (int Least, int Most)? RangeOf(Question question) => question switch
    {
        ScaleQuestion scale => (scale.Min, scale.Max),
        CountQuestion count => (count.Min, count.Max),
        YesNoQuestion => (0, 1),
        _ => null,
    };

    /// <summary>What the item counts in a wave.</summary>
    /// <returns>
    /// Null unless the question is answered, and with a number in the range that it has now: an answer to an older wording may lie outside.
    /// </returns>
    public int? In(CheckIn wave)
    {
        Answer? answer = wave.Answers.LastOrDefault(answer => answer.Question == Question.Id);
        return answer is { Outcome: AnswerOutcome.Answered, Value: { } value } && Number(value) is { } number && number >= Least && number <= Most
            ? IsReversed ? Least + Most - number : number
            : null;
    }

    /// <summary>As formulas name it: <c>advice</c>, or reversed <c>(6 - lonely)</c>.</summary>
    public override string ToString()
    {
        string name = Question is YesNoQuestion ? $"{Question.Id} (yes 1, no 0)" : Question.Id;
        return IsReversed ? string.Create(CultureInfo.InvariantCulture, $"({Least + Most} - {name})") : name;
    }

    private int? Number(string value) => (Question, value) switch
    {
        (YesNoQuestion, "yes") => 1,
        (YesNoQuestion, "no") => 0,
        (not YesNoQuestion, _) when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => number,
        _ => null,
    };
}
