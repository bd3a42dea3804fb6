using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Cuts a message into what may be answers to several questions: "4, 12, yes", an answer a line, "3 7 yes".</summary>
internal static class SeveralAnswers
{
    /// <summary>More words than this are a story, in which the same figures may mean anything.</summary>
    private const int LongestAnswer = 4;

    /// <summary>The parts of the message, as ranges of its text, in order.</summary>
    /// <param name="message">The message.</param>
    /// <param name="bySpaces">Whether spaces alone part them; then each part has to be a bare number, yes, no or skip.</param>
    /// <returns>Fewer than two where the message can't be parted so.</returns>
    public static List<Range> Parts(in Message message, out bool bySpaces)
    {
        List<Range> parts = [];
        bySpaces = false;
        for (int start = 0; start < message.Count;)
        {
            int end = message.EndOfThought(start);
            parts.Add(message[start].Start..message[end - 1].End);
            start = end;
        }

        if (parts.Count > 1 || message.Count < 2)
        {
            return parts;
        }

        bySpaces = true;
        parts.Clear();
        for (int place = 0; place < message.Count; place++)
        {
            bool isBare = message[place].Shape == Shape.Digits || message.Has(place, Sense.Unit | Sense.Yes | Sense.No) || message.Is(place, "skip");
            bool isApart = place == 0 || message[place].Before == Gap.Space;
            if (!isBare || !isApart)
            {
                return [];
            }

            parts.Add(message[place].Start..message[place].End);
        }

        return parts;
    }

    /// <summary>Whether a part says no more than an answer does.</summary>
    public static bool IsBare(in Message message) => message.Count <= LongestAnswer;

    /// <summary>Whether a part that nobody asked for could be an answer: then the message was meant otherwise than it was read.</summary>
    public static bool CouldAnswer(in Message message)
    {
        for (int place = 0; place < message.Count; place++)
        {
            if (message[place].Shape == Shape.Digits || message.Has(place, Sense.Unit | Sense.Ten | Sense.Yes | Sense.No | Sense.Nobody))
            {
                return true;
            }
        }

        return false;
    }
}
