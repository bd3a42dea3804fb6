using System.Globalization;
using System.Text;
using ConnectingPeople.Domain.Digests;

namespace ConnectingPeople.Functions.Digests;

/// <summary>
/// Puts a digest into words for an email: first names, pseudonyms and facts. What people wrote, their goals among it, stands on
/// the page alone.
/// </summary>
/// <param name="Digest">About at least one person.</param>
/// <param name="IsTeam">Whether it goes to a supervisor.</param>
/// <param name="Site">The address of the pages, without a slash at its end.</param>
public sealed record DigestLetter(TeamDigest Digest, bool IsTeam, string Site)
{
    public const string Purpose = "Prompts for supervision and team meetings, from what people answered. They score nobody.";

    public const string Closing = "Goals and what people wrote stand on the page alone. Nobody reads answers to this message.";

    public string Subject => $"Your {(IsTeam ? "team" : "caseload")} this week: {Digest.Headline}";

    public string Link => $"{Site}/digest?week={Digest.Week.First.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}";

    public string Text
    {
        get
        {
            StringBuilder text = new($"{Subject}\n{Digest.Days}\n\n{Purpose}\n\n");
            foreach (DigestSection section in Digest.Sections)
            {
                text.Append(section.Practitioner is { } name ? $"== {name}\n\n" : "");
                Write(text, "To talk about", section.Digest.ToTalkAbout);
                Write(text, "Also this week", section.Digest.Others);
                text.Append(NothingNew(section.Digest) is { } rest ? $"{rest}\n\n" : "");
            }

            return text.Append("Read it with goals, or print it: ").Append(Link).Append("\n\n").Append(Closing).Append('\n').ToString();
        }
    }

    /// <summary>How many people there is nothing to say about; null for none.</summary>
    public static string? NothingNew(Digest digest) => digest.NothingNew switch
    {
        0 => null,
        1 => $"Nothing new about 1 {(digest.People == 1 ? "" : "other ")}person.",
        var people => $"Nothing new about {people.ToString(CultureInfo.InvariantCulture)} {(people == digest.People ? "" : "other ")}people.",
    };

    private void Write(StringBuilder text, string heading, IReadOnlyList<PersonDigest> people)
    {
        text.Append(people.Count > 0 ? $"{heading}\n\n" : "");
        foreach (PersonDigest person in people)
        {
            text.Append(Digest.Who(person.Id)).Append('\n');
            text.AppendJoin("", person.Lines.Select(line => $"- {line.Text}\n")).Append('\n');
        }
    }
}
