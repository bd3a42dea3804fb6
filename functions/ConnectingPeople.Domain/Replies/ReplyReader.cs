using System.Buffers;
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
        char[] folded = ArrayPool<char>.Shared.Rent(reply.Length + 1);
        Token[] tokens = ArrayPool<Token>.Shared.Rent(reply.Length + 1);
        try
        {
            return Read(question, Wording.Read(reply, folded, tokens, vocabulary), today);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(folded);
            ArrayPool<Token>.Shared.Return(tokens);
        }
    }

    private Understanding Read(Question? question, in Message message, LocalDate? today)
    {
        bool risk = IsWorrying(message);
        Asides.Mark(message, asides);
        return Read(question, message, today, requests.Find(message)) with { Risk = risk };
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
