using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Phrases;

/// <summary>Phrases by the words they begin with, so that a word that begins none costs one look.</summary>
internal sealed class PhraseBook
{
    private Phrase[]?[] byFirstWord = [];

    /// <summary>Puts the phrases in.</summary>
    /// <param name="phrases">The phrases, in any order.</param>
    /// <param name="words">How many words the vocabulary has.</param>
    public void Fill(IEnumerable<Phrase> phrases, int words)
    {
        byFirstWord = new Phrase[]?[words];
        var firsts = phrases.SelectMany(phrase => phrase.FirstWords.Distinct().Select(word => (Word: word, Phrase: phrase)));
        foreach (var group in firsts.GroupBy(first => first.Word, first => first.Phrase))
        {
            byFirstWord[group.Key] = [.. group];
        }
    }

    /// <summary>Where the longest phrase that begins here ends, excluded; -1 if none does.</summary>
    public int LongestAt(in Message message, int place)
    {
        int longest = -1;
        foreach (Phrase phrase in byFirstWord[message[place].Word] ?? [])
        {
            longest = Math.Max(longest, phrase.EndAt(message, place));
        }

        return longest;
    }

    /// <summary>Whether any phrase is anywhere in the message, outside of what is marked harmless.</summary>
    public bool IsIn(in Message message)
    {
        for (int place = 0; place < message.Count; place++)
        {
            foreach (Phrase phrase in byFirstWord[message[place].Word] ?? [])
            {
                if (phrase.EndAt(message, place) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
