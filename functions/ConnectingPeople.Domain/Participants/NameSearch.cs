using System.Text;
using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Participants;

/// <summary>Finds people by part of a name as anybody types it: case and accents don't matter, so "zoe" finds Zoë.</summary>
public static class NameSearch
{
    /// <summary>Whether a name holds what was typed; an empty text is in every name.</summary>
    public static bool Finds(string name, string typed) => Folded(name).Contains(Folded(typed), StringComparison.Ordinal);

    private static string Folded(string text)
    {
        StringBuilder folded = new(text.Length);
        for (int place = 0; place < text.Length;)
        {
            char letter = Folding.At(text, place, out int width);
            // What has no plain form, such as Arabic letters, stands for itself.
            _ = letter == Folding.Picture ? folded.Append(text, place, width) : letter == Folding.Nothing ? folded : folded.Append(letter);
            place += width;
        }

        return folded.ToString();
    }
}
