using System.Globalization;
using ConnectingPeople.Domain.Digests;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Digests;

/// <summary>A digest as somebody reads it: of their own caseload, or of a team in a section for each practitioner.</summary>
/// <param name="Week">The week.</param>
/// <param name="Sections">One without a practitioner for a caseload; else by the practitioners' names.</param>
/// <param name="FirstNames">By participant; who was erased isn't there.</param>
public sealed record TeamDigest(DigestWeek Week, IReadOnlyList<DigestSection> Sections, IReadOnlyDictionary<string, string> FirstNames)
{
    public int People => Sections.Sum(section => section.Digest.People);

    public int ToTalkAbout => Sections.Sum(section => section.Digest.ToTalkAbout.Count);

    /// <summary>Such as <c>3 people to talk about</c>.</summary>
    public string Headline => ToTalkAbout switch
    {
        0 => "nobody in particular to talk about",
        1 => "1 person to talk about",
        var people => $"{people.ToString(CultureInfo.InvariantCulture)} people to talk about",
    };

    /// <summary>Such as <c>Monday 2 to Sunday 8 March 2026</c>.</summary>
    public string Days => Week.First.Month == Week.Last.Month
        ? $"{Format(Week.First, "dddd d")} to {Format(Week.Last, "dddd d MMMM uuuu")}"
        : $"{Format(Week.First, "dddd d MMMM")} to {Format(Week.Last, "dddd d MMMM uuuu")}";

    /// <summary>The first name and the pseudonym.</summary>
    public string Who(ParticipantId id) => FirstNames.TryGetValue(id.Text, out string? name) && name.Length > 0 ? $"{name} ({id.Text})" : id.Text;

    public override string ToString() => $"a digest about {People} people";

    private static string Format(LocalDate day, string pattern) => day.ToString(pattern, CultureInfo.InvariantCulture);
}

/// <summary>One practitioner's part of a digest.</summary>
/// <param name="Practitioner">Their name; null where it is the reader's own caseload.</param>
/// <param name="Digest">What there is to say.</param>
public sealed record DigestSection(string? Practitioner, Digest Digest);
