using System.Globalization;
using System.Text;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>
/// How earlier check-ins ended and what was answered, oldest first: what alerts, trends and digests are made from. Codes and
/// numbers only, never a person's words. It travels with the state as one line of text that is read only where it is used,
/// so that it costs a decision next to nothing.
/// </summary>
/// <param name="Text">The line; empty for none.</param>
public sealed record PastCheckIns(string Text)
{
    /// <summary>As many as two years of weekly check-ins; the first ten stay whatever comes, because people are compared with their own beginning.</summary>
    public const int Most = 104;

    private const int First = 10;

    private IReadOnlyList<PastCheckIn>? all;

    public static PastCheckIns None { get; } = new("");

    public IReadOnlyList<PastCheckIn> All => all ??= Text.Length == 0 ? [] : [.. Text.Split('|').Select(PastCheckIn.Read)];

    /// <summary>Those that were no wave.</summary>
    public IEnumerable<PastCheckIn> Ordinary => All.Where(past => past.Wave is null);

    /// <summary>The last that was no wave, if it ended so; else null. It is asked at every turn, so no more is read than must be.</summary>
    public PastCheckIn? LastIf(CheckInStatus status)
    {
        ReadOnlySpan<char> rest = Text;
        while (!rest.IsEmpty)
        {
            int start = rest.LastIndexOf('|') + 1;
            ReadOnlySpan<char> line = rest[start..];
            if (!PastCheckIn.IsOfWave(line, out ReadOnlySpan<char> ended))
            {
                return ended.SequenceEqual(Enum.GetName(status)) ? PastCheckIn.Read(line.ToString()) : null;
            }

            rest = rest[..Math.Max(0, start - 1)];
        }

        return null;
    }

    /// <summary>What came of a wave; null before it ended.</summary>
    public PastCheckIn? Wave(string wave) => Text.Contains($" {wave} ", StringComparison.Ordinal) ? All.LastOrDefault(past => past.Wave == wave) : null;

    /// <summary>With one more, or another in the place of the one with that id.</summary>
    public PastCheckIns With(CheckIn ended, Study study)
    {
        PastCheckIn added = PastCheckIn.Of(ended, study);
        List<PastCheckIn> list = [.. All];
        int known = list.FindIndex(past => past.Id == added.Id);
        if (known >= 0)
        {
            list[known] = added;
        }
        else
        {
            list.Add(added);
        }

        if (list.Count > Most)
        {
            list.RemoveAt(First);
        }

        return new PastCheckIns(string.Join('|', list.Select(past => past.Write())));
    }

    public bool Equals(PastCheckIns? other) => other is not null && Text == other.Text;

    public override string ToString() => $"{Text.Length} characters of past check-ins";

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A check-in that ended.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">How it ended; never cancelled, those reached nobody.</param>
/// <param name="EndedAt">To the second.</param>
/// <param name="Wave">The wave it measured; null for an ordinary one.</param>
/// <param name="Goal">The goal it asked about; null for none.</param>
/// <param name="Answers">Values of answered questions, by question.</param>
public sealed record PastCheckIn(
    string Id, CheckInStatus Status, Instant EndedAt, string? Wave, string? Goal, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>The value of a number question; null when it wasn't answered.</summary>
    public int? Number(string question) =>
        Answers.TryGetValue(question, out string? value) && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    /// <summary>The values of a choice; none when it wasn't answered.</summary>
    public IReadOnlyList<string> Choices(string question) => Answers.TryGetValue(question, out string? value) ? value.Split(';') : [];

    internal static PastCheckIn Of(CheckIn ended, Study study)
    {
        Questionnaire? questionnaire = study.Questionnaires.GetValueOrDefault(ended.Questionnaire);
        Dictionary<string, string> answers = [];
        foreach (Answer answer in ended.Answers.Where(answer =>
            answer.Outcome == AnswerOutcome.Answered && questionnaire?.Find(answer.Question) is { } question && AnswerCode.Is(answer, question)))
        {
            answers[answer.Question] = answer.Value!;
        }

        Instant at = Instant.FromUnixTimeSeconds((ended.ClosedAt ?? ended.ClosesAt).ToUnixTimeSeconds());
        return new PastCheckIn(ended.Id, ended.Status, at, ended.Wave, ended.Goal, answers);
    }

    internal string Write()
    {
        StringBuilder line = new(Id);
        line.Append(' ').Append(Enum.GetName(Status)).Append(' ').Append(EndedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        line.Append(' ').Append(Wave).Append(' ').Append(Goal);
        foreach ((string question, string value) in Answers)
        {
            line.Append(' ').Append(question).Append('=').Append(Uri.EscapeDataString(value));
        }

        return line.ToString();
    }

    /// <summary>Whether a line is of a wave, and how its check-in ended.</summary>
    internal static bool IsOfWave(ReadOnlySpan<char> line, out ReadOnlySpan<char> status)
    {
        Span<Range> parts = stackalloc Range[5];
        line.Split(parts, ' ');
        status = line[parts[1]];
        return !line[parts[3]].IsEmpty;
    }

    internal static PastCheckIn Read(string line)
    {
        string[] parts = line.Split(' ');
        return new PastCheckIn(
            parts[0],
            Enum.Parse<CheckInStatus>(parts[1]),
            Instant.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture)),
            parts[3].Length == 0 ? null : parts[3],
            parts[4].Length == 0 ? null : parts[4],
            parts.Skip(5).Select(answer => answer.Split('=', 2)).ToDictionary(answer => answer[0], answer => Uri.UnescapeDataString(answer[1])));
    }
}
