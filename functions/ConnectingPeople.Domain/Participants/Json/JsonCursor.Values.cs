using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ConnectingPeople.Domain.Participants.Json;

internal sealed partial class JsonCursor
{
    /// <summary>What ends a run of plain characters in a string: the quote, the backslash, and what JSON wants escaped.</summary>
    private static readonly SearchValues<char> EndsPlain =
        SearchValues.Create(['"', '\\', .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    public string Text(string name)
    {
        Expect(name);
        ReadOnlySpan<char> quoted = Quoted(out bool escaped);
        if (escaped)
        {
            return JsonSerializer.Deserialize(quoted, ParticipantJson.Default.String)!;
        }

        return quoted.IsEmpty ? "" : quoted[1..^1].ToString();
    }

    public string? TextIfAny(string name) => Rest.StartsWith(name) ? Text(name) : null;

    public int NumberIfAny(string name) => Rest.StartsWith(name) ? Number(name) : 0;

    public int Number(string name)
    {
        Expect(name);
        ReadOnlySpan<char> rest = Rest;
        int length = rest.IndexOfAny(',', '}');
        bool padded = length > 1 && rest[0] == '0';
        if (length < 0 || padded || !int.TryParse(rest[..length], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return Break<int>();
        }

        position += length;
        return number;
    }

    public T Word<T>(string name)
        where T : struct, Enum
    {
        Expect(name);
        return EnumWords<T>.TryRead(Unquoted(), out T value) ? value : Break<T>();
    }

    public T? WordIfAny<T>(string name)
        where T : struct, Enum => Rest.StartsWith(name) ? Word<T>(name) : null;

    public Instant Time(string name)
    {
        Expect(name);
        return IsoTime.TryReadInstant(Unquoted(), out Instant instant) ? instant : Break<Instant>();
    }

    public Instant? TimeIfAny(string name) => Rest.StartsWith(name) ? Time(name) : null;

    public LocalDate Day(string name)
    {
        Expect(name);
        return IsoTime.TryReadDay(Unquoted(), out LocalDate day) ? day : Break<LocalDate>();
    }

    public LocalDate? DayIfAny(string name) => Rest.StartsWith(name) ? Day(name) : null;

    public LocalTime? TimeOfDayIfAny(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        return IsoTime.TryReadTimeOfDay(Unquoted(), out LocalTime time) ? time : Break<LocalTime>();
    }

    private ReadOnlySpan<char> Unquoted()
    {
        ReadOnlySpan<char> quoted = Quoted(out bool escaped);
        return escaped || quoted.IsEmpty ? [] : quoted[1..^1];
    }

    /// <summary>The string that comes next with its quotes; empty when none does.</summary>
    private ReadOnlySpan<char> Quoted(out bool escaped)
    {
        escaped = false;
        ReadOnlySpan<char> rest = Rest;
        int end = rest.StartsWith("\"") ? 1 : rest.Length;
        while (end < rest.Length)
        {
            int plain = rest[end..].IndexOfAny(EndsPlain);
            end += plain;
            if (plain < 0 || rest[end] < ' ')
            {
                break;
            }

            if (rest[end] == '"')
            {
                position += end + 1;
                return rest[..(end + 1)];
            }

            escaped = true;
            end += 2;
        }

        escaped = false;
        Break();
        return [];
    }
}
