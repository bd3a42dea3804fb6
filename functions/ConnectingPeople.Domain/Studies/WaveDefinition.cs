namespace ConnectingPeople.Domain.Studies;

/// <summary>How a wave's questions reach the person.</summary>
public enum WaveAsking
{
    /// <summary>A practitioner or researcher enters the answers while talking.</summary>
    Interview,

    /// <summary>One question a text message, from the due day on.</summary>
    Sms,
}

/// <summary>A measurement at one point of everybody's time in the study. Periods count from the participant's local day of enrolment.</summary>
/// <param name="Id"><c>baseline</c> or <c>nine-month</c> in the study that ships; begins the check-in's id.</param>
/// <param name="Questionnaire">What it asks.</param>
/// <param name="Due">The target day.</param>
/// <param name="Opens">The first day on which answers count as inside the window.</param>
/// <param name="Closes">The first day after the window.</param>
/// <param name="Ask">How the questions reach the person.</param>
/// <param name="At">The local time of its messages, unless the participant chose another; midnight where a wave without messages has none.</param>
/// <param name="RemindAfter">How long after the last word each reminder goes, rising; empty for none.</param>
/// <param name="CloseAfter">Zero for a wave without messages; else how long the text conversation holds the line before check-ins go on; the wave itself stays open until it closes.</param>
public sealed record WaveDefinition(
    string Id,
    string Questionnaire,
    Period Due,
    Period Opens,
    Period Closes,
    WaveAsking Ask,
    LocalTime At,
    IReadOnlyList<Period> RemindAfter,
    Period CloseAfter)
{
    /// <summary>The wave that <c>follow_up</c> takes as the beginning.</summary>
    public const string Baseline = "baseline";

    /// <summary>The wave that <c>follow_up</c> compares it with.</summary>
    public const string NineMonth = "nine-month";
}
