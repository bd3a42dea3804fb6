using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Requests;

/// <summary>Who asks, of whom: the words around a request tell whether the writer asks it of us.</summary>
internal static class Asking
{
    /// <summary>Whether the writer asks it, rather than tells of it: not "he won't stop texting me", "I told her to stop texting me".</summary>
    public static bool IsByWriter(in Message message, int start)
    {
        int before = message.Previous(start);
        if (before < 0)
        {
            return true;
        }

        if (message.Has(before, Sense.Not | Sense.Person) || IsUnwanted(message, before))
        {
            return false;
        }

        return message.Text(before) switch
        {
            "to" => IsWantedOfUs(message, before),
            "you" => !IsAny(message.Previous(before), message, "did", "do", "if", "when", "since", "have"),
            "i" => !message.Is(start, "stop") && !message.Is(start, "quit") && !message.Is(start, "leave") && !message.Is(start, "take"),
            "it" or "they" or "he" or "she" or "him" or "her" or "them" or "who" or "should" or "must" or "did" or "does" or "someone" or "nobody" => false,
            "would" or "could" => message.Is(message.Previous(before), "i"),
            "do" => false,
            _ => message[before].Word != 0 || !message.Is(start, "do"),
        };
    }

    /// <summary>Whether "me" is the one who is to be called, and nobody tells of somebody else who calls.</summary>
    public static bool IsToCall(in Message message, int start, int end)
    {
        bool goesOn = message.BreaksBefore(end) || message.IsAside(end) || message.Has(end, Sense.AfterCall) || message[end].Shape == Shape.Digits;
        return goesOn && IsOurCall(message, start);
    }

    /// <summary>Whether what follows makes the texts somebody else's: "no more texts from my ex".</summary>
    public static bool IsAboutOurs(in Message message, int end) =>
        !(message.Is(end, "from") || message.Is(end, "off")) || message.Is(end + 1, "you") || message.Is(end + 1, "this") || message.Is(end + 1, "these");

    private static bool IsWantedOfUs(in Message message, int to)
    {
        int before = message.Previous(to);
        if (IsUnwanted(message, before) || IsUnwanted(message, message.Previous(before)))
        {
            return false;
        }

        if (message.Is(before, "you"))
        {
            return !IsAny(message.Previous(before), message, "told", "asked", "if") || message.Is(message.Previous(message.Previous(before)), "i");
        }

        int subject = message.Previous(before);
        return IsAny(before, message, "want", "need", "like", "wish") && (subject < 0 || IsAny(subject, message, "i", "would", "we"));
    }

    /// <summary>"I don't want you to stop", "I never want …".</summary>
    private static bool IsUnwanted(in Message message, int wanting) =>
        message.Has(wanting, Sense.Asking) && message.Has(message.Previous(wanting), Sense.Not);

    private static bool IsOurCall(in Message message, int start)
    {
        bool toOther = false;
        bool asked = false;
        for (int place = message.Previous(start); place >= 0; place = message.Previous(place))
        {
            if (message.Has(place, Sense.Not) || IsAny(place, message, "did", "does", "if", "keeps", "used", "always")
                || (message.Is(place, "when") && !message.Has(place + 1, Sense.Asking)))
            {
                return false;
            }

            bool someone = IsAny(place, message, "someone", "somebody", "anyone");
            toOther |= message.Has(place, Sense.Person | Sense.Third) && !someone;
            toOther |= IsAny(place, message, "you") && !IsAsked(message, place);
            asked |= IsAsked(message, place) && !message.Has(message.Previous(place), Sense.Person | Sense.Third);
            asked |= message.Has(place, Sense.Asking);
        }

        return !toOther && (asked || IsAtStart(message, start));
    }

    private static bool IsAsked(in Message message, int place) =>
        message.Has(message.Previous(place), Sense.Asking) || message.Has(place + 1, Sense.Asking) || (message.Is(place, "you") && message.IsAside(place + 1));

    /// <summary>Whether only words of no weight, or words that tell of the writer, stand before.</summary>
    private static bool IsAtStart(in Message message, int start)
    {
        int before = message.Previous(start);
        return before < 0 || !message.Has(before, Sense.Third | Sense.Person);
    }

    private static bool IsAny(int place, in Message message, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (message.Is(place, word))
            {
                return true;
            }
        }

        return false;
    }
}
