using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Finds an offered answer in a message by its label, the start of its label, or its place in the list.</summary>
internal static class LabelSpotting
{
    /// <summary>Shortest beginning of a word that names it: "conf" for "confidence".</summary>
    private const int ShortestStart = 4;

    /// <summary>The offer whose whole label begins at this word; the longest where there are several.</summary>
    /// <returns>Where the label ends, excluded; -1 if no label, or more than one, begins here.</returns>
    public static int Whole(in Message message, int place, LabelBook labels, out Offer? offer)
    {
        int longest = -1;
        offer = null;
        foreach (Offer candidate in labels.Offers)
        {
            foreach (string[] form in candidate.Forms)
            {
                int end = EndOf(message, place, form);
                if (end > longest)
                {
                    (longest, offer) = (end, candidate);
                }
                else if (end > 0 && end == longest && offer != candidate)
                {
                    offer = null;
                }
            }
        }

        return offer is null ? -1 : longest;
    }

    /// <summary>The one offer whose label begins with the words from here to <paramref name="end"/>.</summary>
    public static Offer? Begun(in Message message, int place, int end, LabelBook labels)
    {
        Offer? found = null;
        foreach (Offer offer in labels.Offers)
        {
            bool begins = false;
            foreach (string[] form in offer.Forms)
            {
                begins |= Begins(message, place, end, form);
            }

            if (begins && found is not null)
            {
                return null;
            }

            found = begins ? offer : found;
        }

        return found;
    }

    /// <summary>"The second one", "3rd", "the last option".</summary>
    /// <returns>Where it ends, excluded; -1 if there is none.</returns>
    public static int ByPlace(in Message message, int place, LabelBook labels, out Offer? offer)
    {
        offer = null;
        if (!message.Has(place, Sense.Ordinal))
        {
            return -1;
        }

        int ordinal = message.Vocabulary.ValueOf(message[place].Word);
        int index = ordinal == int.MaxValue ? labels.Offers.Length - 1 : ordinal - 1;
        offer = index >= 0 && index < labels.Offers.Length ? labels.Offers[index] : null;
        bool isNamed = place + 1 < message.Count && !message.BreaksBefore(place + 1) && message.Text(place + 1) is "one" or "option" or "answer" or "choice";
        bool isCounted = message.Has(place + 1, Sense.Unit) || (place + 1 < message.Count && message[place + 1].Shape == Shape.Digits);
        if (isCounted && !isNamed && !message.BreaksBefore(place + 1))
        {
            // "The last two" names more than one.
            offer = null;
            return place + 2;
        }

        return offer is null ? -1 : isNamed ? place + 2 : place + 1;
    }

    private static int EndOf(in Message message, int place, string[] form)
    {
        for (int word = 0; word < form.Length; word++)
        {
            while (word > 0 && place < message.Count && (message.IsAside(place) || message.Has(place, Sense.Light)) && !message.Is(place, form[word]))
            {
                place++;
            }

            if (place >= message.Count || !IsSame(message, place, form[word]))
            {
                return -1;
            }

            place++;
        }

        return place;
    }

    private static bool Begins(in Message message, int place, int end, string[] form)
    {
        int words = end - place;
        if (words > form.Length)
        {
            return false;
        }

        for (int word = 0; word < words; word++)
        {
            bool isLast = word == words - 1;
            bool isStart = isLast && message[place + word].Word == 0 && message.Text(place + word).Length >= ShortestStart
                && form[word].AsSpan().StartsWith(message.Text(place + word)) && !OrdinaryWords.Contains(message.Text(place + word));
            if (!isStart && !IsSame(message, place + word, form[word]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(in Message message, int place, string word)
    {
        ReadOnlySpan<char> text = message.Text(place);
        return text.SequenceEqual(word) || (word == "not" && text is "never") || IsFormOf(text, word)
            || (message[place].Word == 0 && Misspelling.Between(text, word) != int.MaxValue && !OrdinaryWords.Contains(text));
    }

    /// <summary>"Travels", "travelling": the word with no more than an ending.</summary>
    private static bool IsFormOf(ReadOnlySpan<char> text, string word) =>
        word.Length > ShortestStart && text.StartsWith(word) && text[word.Length..] is "s" or "ing" or "ling";
}
