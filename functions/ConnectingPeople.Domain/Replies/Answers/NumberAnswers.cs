using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Finds the one number of a message that is the answer.</summary>
internal sealed class NumberAnswers(Numbers numbers)
{
    /// <summary>The answer; null where there is none, several, or one that may count something else.</summary>
    /// <param name="message">The message.</param>
    /// <param name="counting">Whether people or things are counted.</param>
    /// <param name="scaleMax">The top of the scale, which "4 out of 5" may name; null where there is no scale.</param>
    /// <param name="asked">The words of the question.</param>
    public int? Find(in Message message, bool counting, int? scaleMax, AskedFor asked)
    {
        if (!One(message, counting, scaleMax, out Number number) || number.Value == Number.Muddle)
        {
            return null;
        }

        return NumberContext.IsLedIn(message, number, counting) && NumberContext.IsLeftAlone(message, number, counting, asked) ? number.Value : null;
    }

    /// <summary>The only number of the message. The same one twice in a row, "3 (three)", is one.</summary>
    private bool One(in Message message, bool counting, int? scaleMax, out Number one)
    {
        one = default;
        bool found = false;
        for (int place = 0; place < message.Count;)
        {
            if (!numbers.At(message, place, counting, out Number number))
            {
                place++;
                continue;
            }

            if (!found)
            {
                one = number with { End = EndOfScale(message, number, scaleMax) };
            }
            else if (counting && IsWhere(message, one, number))
            {
                place = number.End;
                continue;
            }
            else if (number.Value == one.Value && number.Start == one.End && message[number.Start].Before != Gap.Slash)
            {
                one = one with { End = number.End };
            }
            else
            {
                return false;
            }

            place = one.End;
            found = true;
        }

        return found;
    }

    /// <summary>"3 people at 2 clubs", "4 friends in 2 days": the second number tells where or when the people of the first were met.</summary>
    private static bool IsWhere(in Message message, Number people, Number number)
    {
        int thing = number.End;
        while (message.Has(thing, Sense.Kind) && !message.BreaksBefore(thing))
        {
            thing++;
        }

        return message.Has(people.End, Sense.Person) && !message.BreaksBefore(people.End)
            && !message.BreaksBefore(number.Start) && message.Text(number.Start - 1) is "at" or "in" or "over" or "during"
            && !message.BreaksBefore(thing) && message[thing].Shape == Shape.Letters && !message.IsAside(thing)
            && !message.Has(thing, Sense.Person | Sense.Staff | Sense.Unit) && !message.Is(thing, "or");
    }

    /// <summary>Where "4 out of 5" or "4/5" ends, if the scale goes to 5.</summary>
    private int EndOfScale(in Message message, Number number, int? scaleMax)
    {
        int place = number.End;
        bool isPart = place < message.Count && message[place].Before == Gap.Slash;
        if (message.Is(place, "out") && message.Is(place + 1, "of"))
        {
            (isPart, place) = (true, place + 2);
        }
        else if (message.Is(place, "of"))
        {
            (isPart, place) = (true, place + 1);
        }

        bool isScale = isPart && place < message.Count && numbers.At(message, place, counting: false, out Number whole) && whole.Value == scaleMax;
        return isScale ? place + 1 : number.End;
    }
}
