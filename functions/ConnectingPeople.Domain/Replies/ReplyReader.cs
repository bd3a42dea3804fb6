using ConnectingPeople.Domain.Replies.Answers;
using ConnectingPeople.Domain.Replies.Phrases;
using ConnectingPeople.Domain.Replies.Requests;
using ConnectingPeople.Domain.Replies.Words;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies;

/// <summary>Understands what people text back as a patient person would, and never by guessing: what could mean two things is asked again.</summary>
/// <remarks>Made once per study, and safe to use from many threads. The order of reading is the order of what would be worst to miss:
/// worry in every message; then a request to stop, for help, a call or a pause; then "rather not say"; then the answer.</remarks>
public sealed class ReplyReader
{
    private readonly Vocabulary vocabulary;
    private readonly PhraseBook worries;
    private readonly PhraseBook harmless;
    private readonly RequestReading requests;
    private readonly PhraseBook asides;
    private readonly PhraseBook skips;
    private readonly AnswerReading answers;

    /// <param name="keywords">The study's words.</param>
    /// <param name="risk">The study's phrases.</param>
    /// <exception cref="ArgumentException">A phrase or keyword is malformed; <see cref="RiskPhrases.Check"/> says beforehand.</exception>
    public ReplyReader(Keywords keywords, RiskPhrases risk)
    {
        PhraseCompiler compiler = new();
        worries = compiler.Book(risk.Phrases);
        harmless = compiler.Book(risk.Harmless);
        requests = new RequestReading(keywords, compiler);
        asides = compiler.Book(SidePhrases.Asides);
        skips = compiler.Book(SidePhrases.Skips);
        Numbers numbers = new(compiler.Book(SidePhrases.NobodyAtAll));
        LabelAnswers labels = new(numbers, compiler.Book(SidePhrases.All));
        YesNo yesNo = new(compiler.Book(SidePhrases.Yeses), compiler.Book(SidePhrases.Nos));
        vocabulary = compiler.Finish();
        answers = new AnswerReading(vocabulary, new NumberAnswers(numbers), labels, yesNo);
    }

    /// <summary>Reads one reply to one question.</summary>
    /// <param name="question">The question that is open; null for none, when only requests and worry can be understood.</param>
    /// <param name="reply">What came, as it came; any string.</param>
    /// <param name="today">The person's local date, for "yesterday" in answer to a question for a date; null leaves such words unclear.</param>
    /// <returns>What it means. A number always lies in the question's range, a choice is always one of its options.</returns>
    public Understanding Read(Question? question, string reply, LocalDate? today = null)
    {
        using Rented room = new(reply.Length);
        return Read(question, Wording.Read(reply, room.Letters, room.Tokens, vocabulary), today);
    }

    /// <summary>Reads a reply that may answer the questions that follow as well: "4, 12, yes".</summary>
    /// <param name="open">The question that is open.</param>
    /// <param name="reply">What came, as it came; any string.</param>
    /// <param name="next">The question that follows an answer, or null after the last; asked only for answers and skips, in order.</param>
    /// <param name="today">As for <see cref="Read(Question, string, LocalDate?)"/>.</param>
    /// <returns>At least one, the first to <paramref name="open"/>. Where there are more, all are answers or skips but perhaps the last,
    /// which is then to be asked again. The first tells of risk anywhere in the message.</returns>
    public IReadOnlyList<Understood> ReadSeveral(
        Question open, string reply, Func<Question, Understanding, Question?> next, LocalDate? today = null)
    {
        using Rented room = new(reply.Length);
        Message message = Wording.Read(reply, room.Letters, room.Tokens, vocabulary);
        Understanding whole = Read(open, message, today);
        bool maySplit = whole.Outcome is ReplyOutcome.Answer or ReplyOutcome.AskAgain && open is not TextQuestion && message.Count > 1;
        if (maySplit && SeveralAnswers.Parts(message, out bool bySpaces) is { Count: > 1 } parts)
        {
            List<Understood> several = new SeveralReading(this, open, reply, next, today).Take(parts, bySpaces);
            if (several.Count > 1)
            {
                several[0] = several[0] with { Understanding = several[0].Understanding with { Risk = whole.Risk, WantsCall = whole.WantsCall } };
                return several;
            }
        }

        return [new Understood(open, whole)];
    }

    /// <summary>Whether a part of a message is short enough to be no more than an answer.</summary>
    internal bool IsBare(string part)
    {
        using Rented room = new(part.Length);
        return SeveralAnswers.IsBare(Wording.Read(part, room.Letters, room.Tokens, vocabulary));
    }

    /// <summary>Whether a part of a message could be an answer to some question.</summary>
    internal bool CouldAnswer(string part)
    {
        using Rented room = new(part.Length);
        return SeveralAnswers.CouldAnswer(Wording.Read(part, room.Letters, room.Tokens, vocabulary));
    }

    private Understanding Read(Question? question, in Message message, LocalDate? today)
    {
        bool risk = IsWorrying(message);
        Asides.Mark(message, asides);
        bool wantsCall = requests.AsksForCall(message);
        return Read(question, message, today, requests.Find(message, wantsCall)) with { Risk = risk, WantsCall = wantsCall };
    }

    private Understanding Read(Question? question, in Message message, LocalDate? today, ReplyOutcome? request)
    {
        if (request is ReplyOutcome outcome)
        {
            return new Understanding(outcome, IsCarrierWord: IsCarrierWord(outcome, message.Source));
        }

        if (question is null)
        {
            return Understanding.Unclear;
        }

        Understanding answer = answers.Read(question, message, today);
        bool isOffered = answer.Label is not null;
        return !isOffered && WholePhrases.Are(skips, message) ? new Understanding(ReplyOutcome.Skip) : answer;
    }

    /// <summary>Looks for worry in all words but those that a harmless phrase covers.</summary>
    private bool IsWorrying(in Message message)
    {
        for (int place = 0; place < message.Count; place++)
        {
            int end = harmless.LongestAt(message, place);
            for (int covered = place; covered < end; covered++)
            {
                message[covered].Harmless = true;
            }

            place = Math.Max(place, end - 1);
        }

        return worries.IsIn(message);
    }

    private static bool IsCarrierWord(ReplyOutcome outcome, string reply)
    {
        IReadOnlyList<string> words = outcome switch
        {
            ReplyOutcome.OptOut => Keywords.CarrierOptOut,
            ReplyOutcome.OptIn => Keywords.CarrierOptIn,
            ReplyOutcome.Help => Keywords.CarrierHelp,
            _ => [],
        };
        return words.Contains(reply.Trim(), StringComparer.OrdinalIgnoreCase);
    }
}
