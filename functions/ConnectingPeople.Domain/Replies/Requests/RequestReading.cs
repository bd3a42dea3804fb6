using ConnectingPeople.Domain.Replies.Phrases;
using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Requests;

/// <summary>Finds what a message asks for at any time, in keywords or in words of its own.</summary>
/// <remarks>Order decides where a message asks for several things: a missed opt-out is the worst mistake, a missed cry for help the next.
/// Opting in is never read from other words than the keywords, because it is consent.</remarks>
internal sealed class RequestReading
{
    private readonly KeywordSpotting optOut;
    private readonly KeywordSpotting plainOptOut;
    private readonly KeywordSpotting optIn;
    private readonly KeywordSpotting help;
    private readonly KeywordSpotting pause;
    private readonly KeywordSpotting callMe;
    private readonly PhraseBook asked;
    private readonly PhraseBook askedOfOurs;
    private readonly PhraseBook askedAtEnd;
    private readonly PhraseBook wholeOptOut;
    private readonly PhraseBook wholeHelp;
    private readonly PhraseBook call;
    private readonly PhraseBook wholeCall;
    private readonly PhraseBook pauses;

    public RequestReading(Keywords keywords, PhraseCompiler compiler)
    {
        optOut = new(compiler.Literal(keywords.OptOut));
        plainOptOut = new(compiler.Literal(["STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "OPTOUT"]));
        optIn = new(compiler.Literal(keywords.OptIn));
        help = new(compiler.Literal(keywords.Help));
        pause = new(compiler.Literal(keywords.Pause));
        callMe = new(compiler.Literal(keywords.CallMe));
        asked = compiler.Book(RequestPhrases.OptOut);
        askedOfOurs = compiler.Book(RequestPhrases.OptOutOfOurs);
        askedAtEnd = compiler.Book(RequestPhrases.OptOutAtEnd);
        wholeOptOut = compiler.Book(RequestPhrases.WholeOptOut);
        wholeHelp = compiler.Book(RequestPhrases.WholeHelp);
        call = compiler.Book(RequestPhrases.CallMe);
        wholeCall = compiler.Book(RequestPhrases.WholeCallMe);
        pauses = compiler.Book(RequestPhrases.Pause);
    }

    /// <summary>What the message asks for; null if it asks for nothing of this kind.</summary>
    /// <param name="message">The message.</param>
    /// <param name="asksForCall">What <see cref="AsksForCall"/> says of it.</param>
    public ReplyOutcome? Find(in Message message, bool asksForCall)
    {
        if (AsksToStop(message))
        {
            return ReplyOutcome.OptOut;
        }

        if (asksForCall)
        {
            return ReplyOutcome.CallMe;
        }

        if (help.IsBesideAnswer(message) || help.IsOwnThought(message) || BeginsWith("help", message) || IsWhole(wholeHelp, message))
        {
            return ReplyOutcome.Help;
        }

        if (pause.IsBesideAnswer(message) || pause.IsOwnThought(message) || BeginsWith("pause", message) || IsPauseFor(message) || IsAsked(pauses, message))
        {
            return ReplyOutcome.Pause;
        }

        return optIn.IsWhole(message) ? ReplyOutcome.OptIn : null;
    }

    private bool AsksToStop(in Message message)
    {
        if (optOut.IsBesideAnswer(message) || plainOptOut.IsOwnThought(message) || BeginsWith("stop", message) || IsWhole(wholeOptOut, message))
        {
            return true;
        }

        for (int place = 0; place < message.Count; place++)
        {
            int end = asked.LongestAt(message, place);
            int ofOurs = askedOfOurs.LongestAt(message, place);
            int last = askedAtEnd.LongestAt(message, place);
            bool found = (end > 0 && !message.Has(end, Sense.Person))
                || (ofOurs > 0 && Asking.IsAboutOurs(message, ofOurs) && !message.Has(message.Previous(place), Sense.CountLeadIn))
                || (last > 0 && message.BreaksBefore(message.SkipAsides(last)));
            if (found && Asking.IsByWriter(message, place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"STOP I don't want this": the keyword first, then a thought of the writer's own.</summary>
    private static bool BeginsWith(string keyword, in Message message)
    {
        int start = message.SkipAsides(0);
        int after = message.SkipAsides(start + 1);
        after = message.Is(after, "me") ? message.SkipAsides(after + 1) : after;
        return message.Is(start, keyword) && (message.Is(after, "i") || message.Is(after, "you"));
    }

    /// <summary>"Pause 2 weeks", "pause for 3".</summary>
    private static bool IsPauseFor(in Message message)
    {
        int start = message.SkipAsides(0);
        int after = message.Is(start + 1, "for") ? start + 2 : start + 1;
        bool isNumber = after < message.Count && (message[after].Shape == Shape.Digits || message.Has(after, Sense.Unit));
        bool isTime = after + 1 >= message.Count || message.Text(after + 1) is "day" or "days" or "week" or "weeks" or "month" or "months";
        return message.Is(start, "pause") && isNumber && isTime;
    }

    /// <summary>Whether it asks for a call, whatever else it asks for.</summary>
    public bool AsksForCall(in Message message)
    {
        if (callMe.IsWhole(message) || IsWhole(wholeCall, message))
        {
            return true;
        }

        for (int place = 0; place < message.Count; place++)
        {
            int end = call.LongestAt(message, place);
            if (end > 0 && Asking.IsToCall(message, place, end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhole(PhraseBook book, in Message message)
    {
        int start = message.SkipAsides(0);
        start = message.Is(start, "i") && book.LongestAt(message, start) < 0 ? message.SkipAsides(start + 1) : start;
        return start < message.Count && book.LongestAt(message, start) is int end && end > 0 && message.SkipAsides(end) == message.Count;
    }

    private static bool IsAsked(PhraseBook book, in Message message)
    {
        for (int place = 0; place < message.Count; place++)
        {
            if (book.LongestAt(message, place) > 0 && Asking.IsByWriter(message, place))
            {
                return true;
            }
        }

        return false;
    }
}
