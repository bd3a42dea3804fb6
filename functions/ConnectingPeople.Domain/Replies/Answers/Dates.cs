using ConnectingPeople.Domain.Replies.Words;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Reads one complete day, day before month as in the United Kingdom. A day without a year is unclear.</summary>
internal static class Dates
{
    /// <summary>Two-digit years below this are of this century; those from <see cref="FirstOfLast"/> of the last; between lies doubt.</summary>
    private const int EndOfThis = 40;

    private const int FirstOfLast = 50;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] FullMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The day that the message names.</summary>
    /// <param name="message">The message.</param>
    /// <param name="today">The local date, by which "yesterday" is understood; null leaves it unclear.</param>
    /// <returns>Null where there is none, more than one, or one that isn't complete.</returns>
    public static LocalDate? Find(in Message message, LocalDate? today)
    {
        List<int> numbers = [];
        int? month = null;
        int? weekday = null;
        int relative = int.MinValue;
        for (int place = 0; place < message.Count; place++)
        {
            int named = MonthOf(message.Text(place));
            int dayOfWeek = DayOf(message.Text(place));
            if (NumberOf(message, place) is int number)
            {
                numbers.Add(number);
            }
            else if (named > 0 && month is null)
            {
                month = named;
                numbers.Add(0);
            }
            else if (dayOfWeek > 0 && weekday is null)
            {
                weekday = dayOfWeek;
            }
            else if (relative == int.MinValue && message.Text(place) is "today" or "yesterday" or "tomorrow")
            {
                relative = message.Is(place, "today") ? 0 : message.Is(place, "yesterday") ? -1 : 1;
            }
            else if (!message.IsAside(place) && !message.Has(place, Sense.Light | Sense.LeadIn) && !(message.Text(place) is "on" or "of" or "date" or "th"))
            {
                return null;
            }
        }

        LocalDate? day = numbers.Count > 0 ? Of(numbers, month) : relative != int.MinValue ? today?.PlusDays(relative) : null;
        return weekday is null || (int?)day?.DayOfWeek == weekday ? day : null;
    }

    private static LocalDate? Of(List<int> numbers, int? month)
    {
        if (numbers.Count != 3)
        {
            return null;
        }

        bool isIso = numbers[0] > 31;
        int at = numbers.IndexOf(0);
        (int day, int middle, int year) = month is null
            ? isIso ? (numbers[2], numbers[1], numbers[0]) : (numbers[0], numbers[1], numbers[2])
            : at == 0 ? (numbers[1], month.Value, numbers[2])
            : at == 1 && !isIso ? (numbers[0], month.Value, numbers[2])
            : at == 1 ? (numbers[2], month.Value, numbers[0])
            : (0, 0, 0);
        year = year switch
        {
            < EndOfThis => 2000 + year,
            >= FirstOfLast and < 100 => 1900 + year,
            _ => year,
        };
        bool exists = year is >= 1900 and <= 2099 && middle is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, middle);
        return exists ? new LocalDate(year, middle, day) : null;
    }

    /// <summary>A day's or year's number: digits, "5th" or "fifth".</summary>
    private static int? NumberOf(in Message message, int place)
    {
        if (message.Has(place, Sense.Ordinal) && message.Vocabulary.ValueOf(message[place].Word) <= 31)
        {
            return message.Vocabulary.ValueOf(message[place].Word);
        }

        ReadOnlySpan<char> text = message.Text(place);
        bool isOrdinal = message[place].Shape == Shape.Mixed && text[^2..] is "st" or "nd" or "rd" or "th";
        bool isNumber = message[place].Shape == Shape.Digits || isOrdinal;
        return isNumber && int.TryParse(isOrdinal ? text[..^2] : text, out int number) && number > 0 ? number : null;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        for (int month = 0; month < Months.Length; month++)
        {
            if (word.SequenceEqual(Months[month]) || word.SequenceEqual(FullMonths[month]) || (month == 8 && word is "sept"))
            {
                return month + 1;
            }
        }

        return 0;
    }

    private static int DayOf(ReadOnlySpan<char> word)
    {
        for (int day = 0; day < Days.Length; day++)
        {
            bool isShort = word.Length is 3 or 4 or 5 && Days[day].AsSpan().StartsWith(word);
            if (isShort || word.SequenceEqual(Days[day]))
            {
                return day + 1;
            }
        }

        return 0;
    }
}
