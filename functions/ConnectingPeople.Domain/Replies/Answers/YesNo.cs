using ConnectingPeople.Domain.Replies.Phrases;
using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Tells yes from no, thought by thought. A thought may say either, neither, or leave it open; two that differ leave it open.</summary>
internal sealed class YesNo(PhraseBook yeses, PhraseBook nos)
{
    /// <summary>How soon after "yes" a negation contradicts it.</summary>
    private const int SoonAfter = 4;

    /// <summary>Goes on after "no" as an answer; anything else makes it "no problem", "no friends".</summary>
    private const Sense AfterPlainNo =
        Sense.Opener | Sense.Not | Sense.Self | Sense.Auxiliary | Sense.No | Sense.Yes | Sense.Sure | Sense.Nobody | Sense.Doubt | Sense.Link;

    private enum Says
    {
        Nothing,
        Yes,
        No,
        Unclear,
    }

    /// <summary>True for yes, false for no, null where the message isn't clear.</summary>
    public bool? Find(in Message message)
    {
        Says said = Says.Nothing;
        for (int start = 0; start < message.Count;)
        {
            int end = EndOfClause(message, start);
            Says here = InClause(message, start, end);
            said = said == Says.Nothing || here == said ? here : here == Says.Nothing ? said : Says.Unclear;
            start = end;
        }

        return said switch
        {
            Says.Yes => true,
            Says.No => false,
            _ => null,
        };
    }

    private static int EndOfClause(in Message message, int start)
    {
        int end = start + 1;
        while (!message.BreaksBefore(end) && (!message.Has(end, Sense.Link) || message.BreaksBefore(message.SkipAsides(end + 1))))
        {
            end++;
        }

        return end;
    }

    private Says InClause(in Message message, int start, int end)
    {
        int first = message.Has(start, Sense.Link) ? start + 1 : start;
        while (first < end && message.IsAside(first))
        {
            first++;
        }

        if (first >= end)
        {
            return Says.Nothing;
        }

        if (IsAll(nos, message, start, end))
        {
            return Says.No;
        }

        if (IsAll(yeses, message, start, end))
        {
            return Says.Yes;
        }

        return message.Has(first, Sense.Yes) ? AfterYes(message, first, end)
            : message.Has(first, Sense.No) ? AfterNo(message, first, end)
            : message.Has(first, Sense.Sure) ? AfterSure(message, first, end)
            : Mentions(message, first, end, Sense.Yes | Sense.No) ? AtLast(message, first, end)
            : message.Has(first, Sense.Doubt) ? Says.Unclear
            : ShortAnswer(message, first, end);
    }

    private static Says AfterYes(in Message message, int first, int end)
    {
        bool contradicts = Mentions(message, first + 1, Math.Min(end, first + SoonAfter), Sense.Not);
        bool isSarcasm = message.Is(first + 1, "right") && first + 2 == end;
        return contradicts || isSarcasm || Mentions(message, first + 1, end, Sense.No | Sense.Doubt) ? Says.Unclear : Says.Yes;
    }

    private static Says AfterNo(in Message message, int first, int end)
    {
        bool isDeterminer = message.Is(first, "no") && first + 1 < end && !message.IsAside(first + 1) && !message.Has(first + 1, AfterPlainNo);
        bool contradicts = ShortAnswer(message, first + 1, end) == Says.Yes;
        return contradicts || isDeterminer || Mentions(message, first + 1, end, Sense.Yes | Sense.Doubt) ? Says.Unclear : Says.No;
    }

    private static Says AfterSure(in Message message, int first, int end)
    {
        int place = first + 1;
        while (place < end && (message.IsAside(place) || message.Has(place, Sense.Sure)))
        {
            place++;
        }

        return place == end || message.Has(place, Sense.Yes) ? Says.Yes
            : message.Has(place, Sense.Not | Sense.No) && IsLight(message, place + 1, end) ? Says.No
            : ShortAnswer(message, place, end);
    }

    /// <summary>"I would say yes": light words, then the answer; "not this week no". "He said yes" is a story.</summary>
    private static Says AtLast(in Message message, int first, int end)
    {
        if (message.Has(first, Sense.Not) && !message.Has(first + 1, Sense.No) && !Mentions(message, first, end, Sense.Yes) && ShortAnswer(message, first, end) == Says.No)
        {
            return Says.No;
        }

        int last = end - 1;
        while (last > first && message.IsAside(last))
        {
            last--;
        }

        bool isLed = message.Has(last, Sense.Yes | Sense.No) && message.Text(last).Length > 1 && IsLight(message, first, last)
            && !message.Has(first, Sense.Not | Sense.Third);
        bool isGuess = isLed && !Mentions(message, first, last, Sense.Doubt);
        return !isGuess ? Says.Unclear : message.Has(last, Sense.Yes) ? Says.Yes : Says.No;
    }

    /// <summary>"I did", "have not", "not yet": no more than pronoun, auxiliary and negation, beside words of no weight.</summary>
    private static Says ShortAnswer(in Message message, int first, int end)
    {
        bool hasSelf = message.Has(first, Sense.Self);
        int place = hasSelf ? first + 1 : first;
        while (place < end && message.IsAside(place))
        {
            place++;
        }

        bool hasAuxiliary = place < end && message.Has(place, Sense.Auxiliary);
        place = hasAuxiliary ? place + 1 : place;
        bool isNot = place < end && message.Has(place, Sense.Not);
        place = isNot ? place + 1 : place;
        bool isShort = IsShort(message, place, end);
        return !isShort ? Says.Nothing
            : isNot && (hasAuxiliary || !hasSelf || (message.Is(first, "i") && message.Is(place - 1, "never"))) && !(message.Is(first, "do") && !hasSelf) ? Says.No
            : hasAuxiliary && (hasSelf || message.Text(place - 1) is "did" or "have") && !isNot ? Says.Yes
            : Says.Nothing;
    }

    private static bool IsShort(in Message message, int start, int end)
    {
        for (int place = start; place < end; place++)
        {
            bool isSmall = message.IsAside(place) || message.Text(place) is "yet" or "it" or "so" or "that" or "actually" or "done" or "no" or "yes" or "either";
            if (!isSmall)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLight(in Message message, int start, int end)
    {
        for (int place = start; place < end; place++)
        {
            if (!message.IsAside(place) && !message.Has(place, Sense.Light))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAll(PhraseBook phrases, in Message message, int start, int end)
    {
        for (int place = start; place < end && place < start + 3; place++)
        {
            int after = phrases.LongestAt(message, place);
            if (after > 0)
            {
                return message.SkipAsides(after) >= end;
            }

            if (!message.IsAside(place) && !message.Has(place, Sense.Self | Sense.Auxiliary | Sense.Link))
            {
                return false;
            }
        }

        return false;
    }

    private static bool Mentions(in Message message, int start, int end, Sense senses)
    {
        for (int place = start; place < end; place++)
        {
            // "n" between words is "and".
            bool isAnd = message.Is(place, "n") && message[place].Before == Gap.Space && end - start > 1;
            if (!isAnd && message.Has(place, senses))
            {
                return true;
            }
        }

        return false;
    }
}
