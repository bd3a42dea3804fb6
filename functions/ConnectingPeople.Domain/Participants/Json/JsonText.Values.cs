using System.Globalization;

namespace ConnectingPeople.Domain.Participants.Json;

internal sealed partial class JsonText
{
    public void Number(string name, int number)
    {
        Raw(name);
        number.TryFormat(Room(11), out int written, default, CultureInfo.InvariantCulture);
        length += written;
    }

    public void NumberUnlessZero(string name, int number)
    {
        if (number != 0)
        {
            Number(name, number);
        }
    }

    public void IfTrue(string nameAndTrue, bool flag) => Raw(flag ? nameAndTrue : "");

    public void Word<T>(string name, T word)
        where T : struct, Enum => Text(name, Enum.GetName(word) ?? throw new ArgumentOutOfRangeException(nameof(word), word, "This has no name."));

    public void WordUnlessFirst<T>(string name, T word)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(word, default))
        {
            Word(name, word);
        }
    }

    public void Time(string name, Instant? instant)
    {
        if (instant is { } known)
        {
            Raw(name);
            Raw("\"");
            length += IsoTime.Write(known, Room(IsoTime.MaxLength));
            Raw("\"");
        }
    }

    public void Day(string name, LocalDate? day)
    {
        if (day is { } known)
        {
            Raw(name);
            Raw("\"");
            length += IsoTime.Write(known, Room(IsoTime.MaxLength));
            Raw("\"");
        }
    }

    public void TimeOfDay(string name, LocalTime? time)
    {
        if (time is { } known)
        {
            Raw(name);
            Raw("\"");
            length += IsoTime.Write(known, Room(IsoTime.MaxLength));
            Raw("\"");
        }
    }
}
