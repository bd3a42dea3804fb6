using ConnectingPeople.Domain.Replies.Phrases;
using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Finds which of the offered answers a message names.</summary>
internal sealed class LabelAnswers(Numbers numbers, PhraseBook all)
{
    /// <summary>Words of which a thought needs this many to be taken for a remark, not for an answer that wasn't understood.</summary>
    private const int ShortestRemark = 4;

    /// <summary>The offers that the message names.</summary>
    /// <param name="message">The message.</param>
    /// <param name="labels">What is offered.</param>
    /// <param name="several">Whether more than one may be chosen.</param>
    /// <returns>A bit for each, the first the lowest; 0 where the message isn't clear.</returns>
    public ulong Find(in Message message, LabelBook labels, bool several)
    {
        ulong named = 0;
        for (int start = 0; start < message.Count;)
        {
            int end = message.EndOfThought(start);
            ulong here = InThought(message, start, end, labels, several, out bool isClear);
            if (!isClear && !IsRemark(message, start, end))
            {
                return 0;
            }

            named |= isClear ? here : 0;
            start = end;
        }

        return several || ulong.IsPow2(named) ? named : 0;
    }

    private ulong InThought(in Message message, int start, int end, LabelBook labels, bool several, out bool isClear)
    {
        ulong named = 0;
        isClear = true;
        for (int place = start; place < end && isClear;)
        {
            int after = Named(message, place, end, labels, several, out ulong here);
            if (after > place)
            {
                named |= here;
                isClear = after <= end && here != 0;
                place = after;
            }
            else if (named != 0 && message.Has(place, Sense.Link))
            {
                isClear = !MentionsNumber(message, place + 1, end) && (!message.Is(place, "but") || IsComment(message, message.SkipAsides(place + 1), end));
                return named;
            }
            else
            {
                isClear = IsNothing(message, place, several, named);
                place++;
            }
        }

        isClear &= several || named == 0 || ulong.IsPow2(named);
        return named;
    }

    /// <summary>The offers named at this word, by label, place in the list or number.</summary>
    /// <returns>Where the naming ends, excluded; -1 if there is none.</returns>
    private int Named(in Message message, int place, int end, LabelBook labels, bool several, out ulong named)
    {
        int after = LabelSpotting.Whole(message, place, labels, out Offer? offer);
        if (after < 0)
        {
            after = several ? all.LongestAt(message, place) : -1;
            if (after > 0)
            {
                named = (1UL << labels.Offers.Length) - 1;
                return after;
            }

            after = Started(message, place, end, labels, out offer);
        }

        if (after < 0 && numbers.At(message, place, counting: false, out Number number))
        {
            bool isRange = message[place].Before is Gap.Dash or Gap.Slash && place > 0;
            offer = isRange ? null : Array.Find(labels.Offers, candidate => candidate.Number == number.Value);
            after = number.End;
        }

        named = offer is null ? 0 : 1UL << Array.IndexOf(labels.Offers, offer);
        return after;
    }

    /// <summary>A place in the list, or the start of a label that is all the thought says. "First" is no answer where a label begins with it.</summary>
    private static int Started(in Message message, int place, int end, LabelBook labels, out Offer? offer)
    {
        int last = end;
        while (last > place && message.IsAside(last - 1))
        {
            last--;
        }

        bool mayBegin = !message.Has(place, Sense.Light | Sense.Not | Sense.Aside | Sense.Polite) || message.Is(place, "getting");
        Offer? begun = mayBegin && last > place ? LabelSpotting.Begun(message, place, last, labels) : null;
        int after = LabelSpotting.ByPlace(message, place, labels, out offer);
        if (after < 0)
        {
            offer = begun;
            return begun is null ? -1 : last;
        }

        offer = begun is null || begun == offer ? offer : null;
        return after;
    }

    /// <summary>Whether the word changes nothing about what is named.</summary>
    private static bool IsNothing(in Message message, int place, bool several, ulong named)
    {
        if (several && (message.Text(place) is "and" or "plus" or "n" or "also" or "both" or "with"))
        {
            return true;
        }

        bool isOpening = place == 0 && (message.Has(place, Sense.Yes)
            || (message.Has(place, Sense.No) && message.Is(message.SkipAsides(1), "not"))
            || IsNumberSign(message));
        bool doubts = message.Text(place) is "maybe" or "perhaps" or "possibly";
        bool isWeAre = message.Is(place, "are") && message.Is(place - 1, "we");
        return isOpening || isWeAre || message.IsAside(place) || message.Is(place, "👍") || message.Has(place, Sense.Light) || (doubts && (!several || named == 0));
    }

    /// <summary>Whether a thought is a remark beside the answer: it opens like a sentence or is long, and doesn't take anything back.</summary>
    private static bool IsRemark(in Message message, int start, int end)
    {
        int first = message.SkipAsides(start);
        bool takesBack = message.Has(first, Sense.Not | Sense.No | Sense.Yes | Sense.Doubt) || message.Text(Math.Min(first, message.Count - 1)) is "or" or "and" or "plus";
        return !takesBack && !MentionsNumber(message, start, end)
            && (message.Has(first, Sense.Opener | Sense.Link) || end - first >= ShortestRemark);
    }

    /// <summary>"No. 2", the point close to it; "no 2" and "no, 2" may deny.</summary>
    private static bool IsNumberSign(in Message message) =>
        message.Is(0, "no") && message.Count > 1 && message[1].Shape == Shape.Digits && message.Source[message[0].End] == '.';

    /// <summary>"But it's hard", "but slowly" goes with what was named; "but not really", "but the bus too" may not.</summary>
    private static bool IsComment(in Message message, int start, int end)
    {
        bool isPlain = message.Is(start, "slowly") || (message.Is(start, "it") && message.Is(start + 1, "is"));
        for (int place = start; place < end && isPlain; place++)
        {
            isPlain = !message.Has(place, Sense.Not | Sense.No | Sense.Doubt) && message.Text(place) is not ("also" or "too" or "and" or "more");
        }

        return isPlain;
    }

    private static bool MentionsNumber(in Message message, int start, int end)
    {
        for (int place = start; place < end; place++)
        {
            if (message[place].Shape == Shape.Digits || message.Is(place, "or"))
            {
                return true;
            }
        }

        return false;
    }
}
