using ConnectingPeople.Domain.Replies.Phrases;
using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Marks the words of a message that say nothing about the answer.</summary>
internal static class Asides
{
    public static void Mark(in Message message, PhraseBook phrases)
    {
        for (int place = 0; place < message.Count;)
        {
            int end = phrases.LongestAt(message, place);
            if (end < 0)
            {
                message[place].Aside = message.Has(place, Sense.Aside | Sense.Polite);
                place++;
                continue;
            }

            for (; place < end; place++)
            {
                message[place].Aside = true;
            }
        }
    }
}
