using ConnectingPeople.Domain.Replies.Answers;
using ConnectingPeople.Domain.Replies.Words;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies;

/// <summary>Takes several answers from one message, when only one way of taking them makes sense.</summary>
/// <remarks>
/// <para>The parts of the message answer the open question and those that follow, one each, in order. They are taken only if at least two
/// are clear, each says no more than an answer does, and at least one could not answer the open question: "1, 2" may be somebody in
/// two minds, "4, 12, yes" can't. Parts with only spaces between them must each be beyond the open question, and two numbers in a row
/// that are neighbours are a range, unless more follows.</para>
/// <para>The first part that isn't clear ends the taking: its question is asked again. A text question takes all that remains, word for
/// word, once two answers before it were clear. If more parts that could be answers remain than there are questions, nothing is taken.</para>
/// </remarks>
internal sealed class SeveralReading(ReplyReader reader, Question open, string reply, Func<Question, Understanding, Question?> next, LocalDate? today)
{
    private readonly List<Understood> taken = [];
    private bool couldAllAnswerOpen = true;

    /// <summary>The answers in order, with at most one that isn't clear, the last; empty where the message isn't several answers.</summary>
    public List<Understood> Take(IReadOnlyList<Range> parts, bool bySpaces)
    {
        Question? question = open;
        for (int part = 0; part < parts.Count && question is not null; part++)
        {
            string text = reply[parts[part]];
            if (question is TextQuestion)
            {
                return taken.Count >= 2 ? TakeRest(question, reply[parts[part].Start..]) : [];
            }

            Understanding understanding = reader.Read(question, text, today);
            bool answersOpen = part > 0 && reader.Read(open, text, today).Outcome == ReplyOutcome.Answer;
            bool isClear = understanding.Outcome is ReplyOutcome.Answer or ReplyOutcome.Skip && reader.IsBare(text) && !(bySpaces && answersOpen);
            couldAllAnswerOpen &= part == 0 || answersOpen;
            if (!isClear)
            {
                return taken.Count >= 2 && !couldAllAnswerOpen ? [.. taken, new Understood(question, Understanding.Unclear)] : [];
            }

            taken.Add(new Understood(question, understanding with { Risk = false }));
            question = next(question, understanding);
        }

        return IsSequence(parts) ? taken : [];
    }

    private List<Understood> TakeRest(Question question, string rest)
    {
        Understanding words = reader.Read(question, rest, today);
        return couldAllAnswerOpen ? [] : [.. taken, new Understood(question, words with { Risk = false })];
    }

    private bool IsSequence(IReadOnlyList<Range> parts)
    {
        bool isRange = parts.Count == 2 && taken.Count == 2
            && int.TryParse(taken[0].Understanding.Value, out int first) && int.TryParse(taken[1].Understanding.Value, out int second)
            && Math.Abs(first - second) <= 1;
        bool isTooMany = parts.Skip(taken.Count).Any(part => reader.CouldAnswer(reply[part]));
        return taken.Count >= 2 && !couldAllAnswerOpen && !isRange && !isTooMany;
    }
}
