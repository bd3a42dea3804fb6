using ConnectingPeople.Domain.Replies.Phrases;
using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Phrases that count only as the whole message: "don't know" skips a question, "I don't know how I'd cope without her" doesn't.</summary>
internal static class WholePhrases
{
    /// <summary>Whether the message is one of the phrases, or one after another, beside asides and "I would".</summary>
    public static bool Are(PhraseBook phrases, in Message message)
    {
        bool found = false;
        for (int place = 0; place < message.Count;)
        {
            int end = phrases.LongestAt(message, place);
            if (end > place)
            {
                found = true;
                place = end;
            }
            else if (message.IsAside(place) || message.Text(place) is "i" or "would")
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
}
