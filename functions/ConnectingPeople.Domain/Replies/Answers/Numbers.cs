using ConnectingPeople.Domain.Replies.Phrases;
using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>A number in a message.</summary>
/// <param name="Value">Its value; <see cref="Muddle"/> for what looks like a number and is none that could be an answer, such as 3.5.</param>
/// <param name="Start">Its first word.</param>
/// <param name="End">The first word after it.</param>
/// <param name="IsNobody">Whether it says that there is nobody, rather than 0.</param>
internal readonly record struct Number(int Value, int Start, int End, bool IsNobody = false)
{
    public const int Muddle = -1;

    /// <summary>Beyond any question's range; what is larger makes no difference.</summary>
    public const int Huge = 1_000_000;
}

/// <summary>Reads numbers in digits and in words.</summary>
internal sealed class Numbers(PhraseBook nobodyAtAll)
{
    /// <summary>The number that begins at this word.</summary>
    /// <param name="message">The message.</param>
    /// <param name="place">Where to look.</param>
    /// <param name="counting">Whether people or things are counted, so that "none", "a couple" and "a dozen" are numbers.</param>
    /// <param name="number">The number.</param>
    /// <returns>False if none begins there.</returns>
    public bool At(in Message message, int place, bool counting, out Number number)
    {
        number = message[place].Shape switch
        {
            Shape.Digits => InDigits(message, place),
            Shape.Mixed => WithEnding(message, place),
            _ => InWords(message, place, counting),
        };
        return number.End > place;
    }

    private static Number InDigits(in Message message, int place)
    {
        int value = Parse(message.Text(place));
        int end = place + 1;
        if (message.Is(place - 1, "minus") || message.Is(place - 1, "point"))
        {
            return new Number(Number.Muddle, place - 1, end);
        }

        while (end < message.Count && message[end].Before == Gap.Point)
        {
            bool isWhole = message.Source[message[end].Start - 1] == '.' && message.Text(end).TrimStart('0').IsEmpty;
            value = isWhole ? value : Number.Muddle;
            end++;
        }

        return Times(message, new Number(value, place, end));
    }

    /// <summary>Digits with an ending that changes nothing: "10ish", "3x", "4ppl".</summary>
    private static Number WithEnding(in Message message, int place)
    {
        ReadOnlySpan<char> text = message.Text(place);
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        ReadOnlySpan<char> ending = text[digits..];
        bool mayEnd = digits > 0 && (ending is "ish" or "ppl" or "people" or "peeps" || ending.TrimEnd('x').IsEmpty);
        return mayEnd ? new Number(Parse(text[..digits]), place, place + 1) : default;
    }

    private Number InWords(in Message message, int place, bool counting)
    {
        if (counting && Nobody(message, place) is var nobody && nobody.End > place)
        {
            return nobody;
        }

        Vocabulary vocabulary = message.Vocabulary;
        int value = vocabulary.ValueOf(message[place].Word);
        if (message.Has(place, Sense.Ten))
        {
            bool hasUnit = place + 1 < message.Count && message[place + 1].Before <= Gap.Dash && message.Has(place + 1, Sense.Unit)
                && vocabulary.ValueOf(message[place + 1].Word) is > 0 and < 10;
            return hasUnit ? new Number(value + vocabulary.ValueOf(message[place + 1].Word), place, place + 2) : new Number(value, place, place + 1);
        }

        if (message.Has(place, Sense.Unit))
        {
            return IsPronoun(message, place) ? default : Times(message, new Number(value, place, place + 1));
        }

        return message.Text(place) switch
        {
            "nil" => new Number(0, place, place + 1),
            "hundred" or "thousand" or "million" or "billion" => new Number(message.Is(place, "hundred") ? 100 : Number.Huge, place, place + 1),
            "half" when counting && message.Is(place + 1, "dozen") => new Number(6, place, place + 2),
            "half" when counting && message.Is(place + 1, "a") && message.Is(place + 2, "dozen") => new Number(6, place, place + 3),
            "dozen" when counting => new Number(12, place, place + 1),
            "couple" when counting => new Number(2, place, message.Is(place + 1, "of") ? place + 2 : place + 1),
            _ => default,
        };
    }

    private Number Nobody(in Message message, int place)
    {
        int end = nobodyAtAll.LongestAt(message, place);
        if (end > 0)
        {
            return new Number(0, place, end, IsNobody: true);
        }

        if (message.Has(place, Sense.Nobody))
        {
            return new Number(0, place, place + 1, IsNobody: true);
        }

        return message.Is(place, "no") && message.Has(place + 1, Sense.Person) && !message.BreaksBefore(place + 1)
            ? new Number(0, place, place + 2, IsNobody: true)
            : default;
    }

    /// <summary>"This one" and "one of those days" count nothing.</summary>
    private static bool IsPronoun(in Message message, int place) =>
        message.Is(place, "one") && !message.BreaksBefore(place)
        && (message.Has(place - 1, Sense.Ordinal | Sense.Kind) || message.Text(place - 1) is "this" or "that" or "which" or "each" or "another" or "any");

    private static Number Times(in Message message, Number number)
    {
        int factor = message.BreaksBefore(number.End) ? 1
            : message.Is(number.End, "hundred") ? 100
            : message.Is(number.End, "dozen") ? 12
            : message.Is(number.End, "thousand") || message.Is(number.End, "million") ? Number.Huge
            : 1;
        return factor == 1 ? number : number with { Value = (int)Math.Min((long)number.Value * factor, Number.Huge), End = number.End + 1 };
    }

    private static int Parse(ReadOnlySpan<char> digits)
    {
        bool hasCode = digits.Length > 2 && digits[0] == '0';
        return !hasCode && digits.Length < 7 && int.TryParse(digits, out int value) ? value : Number.Huge;
    }
}
