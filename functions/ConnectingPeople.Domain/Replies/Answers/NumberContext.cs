using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Tells from the words around a number whether it is the answer, or the number of something else.</summary>
/// <remarks>A closed world: next to the number only words stand that are known to leave it what it is. "4" for "for", a time, a
/// negation, "at least" and all that nobody thought of leave the reply unclear.</remarks>
internal static class NumberContext
{
    /// <summary>How far after "of" the people may come: "2 of my old mates".</summary>
    private const int FarthestPerson = 3;

    /// <summary>Whether the words before the number lead it in.</summary>
    public static bool IsLedIn(in Message message, Number number, bool counting)
    {
        int later = number.Start;
        for (int place = message.Previous(later); place >= 0; place = message.Previous(place))
        {
            if (message.Has(place, Sense.No) && (number.IsNobody || message.Is(place, "no")))
            {
                return number.IsNobody || (!counting && place == 0);
            }

            if (message.Has(place, Sense.Figure) || message.Is(place, "but"))
            {
                return IsFigure(message, place);
            }

            bool isTopic = message.Has(place, Sense.Topic) && message.Has(later, Sense.LeadIn);
            if (isTopic)
            {
                return true;
            }

            if (message.Has(place, Sense.Feeling) && later == number.Start && !counting)
            {
                return IsFeelingBefore(message, number);
            }

            Sense leading = counting ? Sense.LeadIn | Sense.Sure | Sense.CountLeadIn : Sense.LeadIn | Sense.Sure;
            bool leads = (message.Has(place, leading) && !(message.Is(place, "up") && message.Is(later, "to")))
                || (counting && message.Is(place, "my") && message.Has(message.SkipAsides(number.End), Sense.Person | Sense.Kind));
            if (!leads)
            {
                return false;
            }

            later = place;
        }

        // "At 3" alone is a time.
        return !message.Is(later, "at") || message.BreaksBefore(number.Start);
    }

    /// <summary>Whether the words after the number leave it what it is.</summary>
    public static bool IsLeftAlone(in Message message, Number number, bool counting, AskedFor asked)
    {
        bool people = false;
        for (int place = number.End; place < message.Count; place++)
        {
            if (message.BreaksBefore(place))
            {
                return IsLeftStanding(message, place, number);
            }

            if (message.IsAside(place) || message.Has(place, Sense.Sure) || message.Text(place) is "👍" or "maybe" or "probably" or "perhaps")
            {
                continue;
            }

            if (number.IsNobody)
            {
                return message.Has(place, Sense.Link) && !message.Is(place, "but");
            }

            if (message.Has(place, Sense.Link) || message.Has(place, Sense.Opener))
            {
                bool explainsScale = !counting && message.Is(place, "is") && message.Has(place + 1, Sense.Feeling);
                return !explainsScale && !IsTextSpeak(message, number, place);
            }

            if (counting && message.Has(place, Sense.Person | Sense.Staff | Sense.Kind))
            {
                people |= message.Has(place, Sense.Person | Sense.Staff);
                continue;
            }

            if (message.Is(place, "of"))
            {
                return counting && IsSomePeople(message, place);
            }

            if (message.Is(place, "and"))
            {
                return message.Has(place + 1, Sense.Opener) && !message.Is(place + 1, "my") && !message.Is(place + 1, "the");
            }

            if (people && message.Has(place, Sense.Place))
            {
                return true;
            }

            if (asked.Names(message.Text(place)))
            {
                people = true;
                continue;
            }

            bool rates = !counting && (message.Text(place) is "star" or "stars" || (message.Has(place, Sense.Feeling) && !message.Is(number.Start, "2")));
            if (!rates)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"About 3" is led in whatever stood before, but for a negation, and for somebody who "is 3".</summary>
    private static bool IsFigure(in Message message, int place)
    {
        int subject = message.Previous(place);
        int before = subject;
        bool isAt = message.Is(place + 1, "at");
        while (message.Has(before, Sense.LeadIn) && !message.Has(before, Sense.Not))
        {
            isAt |= message.Is(before, "at");
            before = message.Previous(before);
        }

        // "Is 3 good?" asks back; "my son is 3" tells an age, "the bus is at about 3" a time.
        bool isOther = (message.Is(place, "is") && (subject < 0 || message.Has(before, Sense.Person)))
            || (isAt && before >= 0 && !message.Has(subject, Sense.Topic));
        return !isOther && !message.Has(before, Sense.Not);
    }

    /// <summary>"Feeling low 3" rates; "good 4 today" and "bad 2" are "for" and "too".</summary>
    private static bool IsFeelingBefore(in Message message, Number number) =>
        !message.Is(number.Start, "2") && (!message.Is(number.Start, "4") || message.BreaksBefore(number.End));

    private static bool IsTextSpeak(in Message message, Number number, int place)
    {
        bool soundsLikeAWord = message.Is(number.Start, "2") || message.Is(number.Start, "4");
        return soundsLikeAWord && (message.Text(place) is "the" or "that" or "it" or "he" or "she" or "you" or "can" or "this"
            || (message.Is(place, "my") && number.Start > 0));
    }

    private static bool IsSomePeople(in Message message, int of)
    {
        for (int place = of + 1; place <= of + FarthestPerson && !message.BreaksBefore(place); place++)
        {
            if (message.Has(place, Sense.Person | Sense.Staff) || message.Text(place) is "them" or "us" or "these" or "those")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the next thought takes nothing back: "3, or more", "nobody, just my mum".</summary>
    private static bool IsLeftStanding(in Message message, int thought, Number number)
    {
        int place = thought;
        while (message.IsAside(place) && !message.Is(place, "just") && !message.Is(place, "actually"))
        {
            place++;
        }

        if (place >= message.Count)
        {
            return true;
        }

        return message.Text(place) switch
        {
            "or" or "plus" or "except" or "minus" or "wait" or "no" or "more" or "less" or "actually" or "apart" or "if" => false,
            "maybe" or "perhaps" or "possibly" => !(message.Text(Math.Min(place + 1, message.Count - 1)) is "more" or "less" or "fewer"),
            "and" => message.Has(place + 1, Sense.Opener),
            "but" or "just" or "only" => !number.IsNobody && number.Value != 0,
            _ => true,
        };
    }
}
