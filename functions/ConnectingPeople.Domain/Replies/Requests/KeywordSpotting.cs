using ConnectingPeople.Domain.Replies.Phrases;
using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Requests;

/// <summary>Finds the study's keywords where they stand for themselves: alone, with courtesies, or beside nothing but an answer.</summary>
internal sealed class KeywordSpotting(PhraseBook keywords)
{
    /// <summary>Whether the message is the keyword, once or more, with courtesies at most: "STOP!", "please stop", "stop stop".</summary>
    public bool IsWhole(in Message message) => Covers(message, 0, message.Count);

    /// <summary>Whether all else in the message is an answer: "3. STOP", "yes stop". A "no" before the keyword has to stand apart: "no help" is no call for help.</summary>
    public bool IsBesideAnswer(in Message message)
    {
        bool found = false;
        int place = 0;
        while (place < message.Count)
        {
            int end = keywords.LongestAt(message, place);
            if (end > place)
            {
                found |= place == 0 || message.BreaksBefore(place) || !message.Has(place - 1, Sense.No);
                place = end;
            }
            else if (IsAnswer(message, place))
            {
                place++;
            }
            else
            {
                return false;
            }
        }

        return found;
    }

    /// <summary>Whether one thought of the message is the keyword alone: "It was a bad week. Stop."</summary>
    public bool IsOwnThought(in Message message)
    {
        for (int start = 0; start < message.Count;)
        {
            int end = message.EndOfThought(start);
            if (Covers(message, start, end))
            {
                return true;
            }

            start = end;
        }

        return false;
    }

    private bool Covers(in Message message, int start, int end)
    {
        bool found = false;
        for (int place = start; place < end;)
        {
            int after = keywords.LongestAt(message, place);
            if (after > place && after <= end)
            {
                found = true;
                place = after;
            }
            else if (message.Has(place, Sense.Polite))
            {
                place++;
            }
            else
            {
                return false;
            }
        }

        return found;
    }

    private static bool IsAnswer(in Message message, int place) =>
        message[place].Shape == Shape.Digits || message[place].Aside
        || message.Has(place, Sense.Polite | Sense.Aside | Sense.Unit | Sense.Ten | Sense.Yes | Sense.No | Sense.Sure);
}
