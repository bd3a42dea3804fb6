using System.Globalization;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Forms;

/// <summary>
/// All words of the form that aren't the study's own: one set in plain English, one in easy-read. Questions, answers and
/// signposting come from the study definition.
/// </summary>
public sealed partial record FormWords
{
    /// <summary>For the page's <c>lang</c>: easy-read is English too, and screen readers know no other name for it.</summary>
    public required string Lang { get; init; }

    /// <summary>Whether the page is set larger, too.</summary>
    public required bool IsEasy { get; init; }

    public required string SkipLink { get; init; }

    /// <summary>Above the pages of a study that is made up.</summary>
    public required string Simulated { get; init; }

    public required string Back { get; init; }

    public required string StartTitle { get; init; }

    /// <summary>Who asks and why; a sentence a paragraph.</summary>
    public required IReadOnlyList<string> WhoAsks { get; init; }

    /// <summary>How many questions there are, and how many minutes they take.</summary>
    public required Func<int, int, string> HowLong { get; init; }

    public required string LeaveOut { get; init; }

    /// <summary>Until which day and hour one may come back.</summary>
    public required Func<string, string> ComeBack { get; init; }

    public required string WhoReads { get; init; }

    public required string HowToStop { get; init; }

    public required string Start { get; init; }

    /// <summary>Which question of how many.</summary>
    public required Func<int, int, string> Progress { get; init; }

    public required string Continue { get; init; }

    public required string Save { get; init; }

    public required string RatherNot { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required string MayStayEmpty { get; init; }

    public required string DateHint { get; init; }

    public required string Day { get; init; }

    public required string Month { get; init; }

    public required string Year { get; init; }

    /// <summary>What titles begin with when something is wrong.</summary>
    public required string Error { get; init; }

    public required string ProblemTitle { get; init; }

    public required string Missing { get; init; }

    public required string ChooseOne { get; init; }

    public required string ChooseSome { get; init; }

    public required Func<int, int, string> WriteNumber { get; init; }

    public required string WriteDay { get; init; }

    /// <summary>How many characters there may be, and how many there are.</summary>
    public required Func<int, int, string> WriteLess { get; init; }

    /// <summary>The page stood open for too long.</summary>
    public required string OpenTooLong { get; init; }

    public required string CheckTitle { get; init; }

    public required string CheckText { get; init; }

    public required string Change { get; init; }

    public required string LeftOut { get; init; }

    public required string Send { get; init; }

    public required string DoneTitle { get; init; }

    /// <summary>After words that worried, when nothing cheerful may follow.</summary>
    public required string DoneQuietTitle { get; init; }

    public required IReadOnlyList<string> DoneText { get; init; }

    public required string SupportTitle { get; init; }

    public required string GoOn { get; init; }

    public required string StopHere { get; init; }

    public required string HelpTitle { get; init; }

    public required IReadOnlyList<HelpLine> HelpLines { get; init; }

    public required FormMessage TooLarge { get; init; }

    /// <summary>The words for somebody's language.</summary>
    /// <param name="language">One of the study's. Those for easy reading end with <c>-easy</c>.</param>
    public static FormWords In(string language) => language.EndsWith("-easy", StringComparison.OrdinalIgnoreCase) ? Easy : Plain;

    /// <summary>What to do about an answer that can't be taken.</summary>
    public string ErrorOf(Question question, IReadOnlyList<string> entered) => question switch
    {
        _ when entered.All(string.IsNullOrWhiteSpace) => Missing,
        CountQuestion count => WriteNumber(count.Min, count.Max),
        DateQuestion => WriteDay,
        ChoicesQuestion => ChooseSome,
        TextQuestion => WriteLess(InterviewAnswer.MaxText, entered.Sum(text => text.ReplaceLineEndings("\n").Trim().Length)),
        _ => ChooseOne,
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>Somebody to turn to.</summary>
/// <param name="Who">And when, or for what.</param>
/// <param name="Says">What to do, such as <c>Call 999</c>.</param>
/// <param name="Link">What a phone does on a press.</param>
public sealed record HelpLine(string Who, string Says, string Link);

/// <summary>A page that is no part of the form.</summary>
public sealed record FormMessage(string Title, params IReadOnlyList<string> Text);
