using System.Text;

namespace ConnectingPeople.Domain.Participants;

/// <summary>Makes a goal, which may be a whole sentence, fit into a text message.</summary>
public static class GoalText
{
    /// <summary>The longest short goal, in UTF-16 code units: what one SMS has left beside a greeting and four labelled answers.</summary>
    public const int MaxLength = 34;

    private const string Ellipsis = "...";

    /// <summary>The goal in one line of at most <see cref="MaxLength"/>, cut after a whole word where one fits, then "...".</summary>
    /// <remarks>
    /// Curly quotes, dashes and other marks that word processors put in become plain, because one of them makes a phone
    /// company count 70 characters to a message instead of 160.
    /// </remarks>
    public static string Shorten(string goal)
    {
        string line = OneLine(goal);
        if (line.Length <= MaxLength)
        {
            return line;
        }

        int room = MaxLength - Ellipsis.Length;
        int end = line.LastIndexOf(' ', room);
        if (end < room / 2)
        {
            end = char.IsLowSurrogate(line[room]) ? room - 1 : room;
        }

        return line[..end].TrimEnd(' ', ',', ';', ':', '-', '.') + Ellipsis;
    }

    private static string OneLine(string goal)
    {
        StringBuilder line = new(goal.Length);
        foreach (char letter in goal)
        {
            if (!char.IsWhiteSpace(letter))
            {
                line.Append(Plain(letter));
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd(' ', '.');
    }

    private static string Plain(char letter) => letter switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u0060' or '\u00B4' => "'",
        '\u201C' or '\u201D' or '\u201E' => "\"",
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => "-",
        '\u2026' => "...",
        '\u2022' => "*",
        '\u200B' or '\uFEFF' or '\u00AD' or (>= '\uE000' and <= '\uF8FF') => "",
        _ => letter.ToString(),
    };
}
