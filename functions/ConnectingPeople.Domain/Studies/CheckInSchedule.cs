namespace ConnectingPeople.Domain.Studies;

/// <summary>What becomes of a check-in that couldn't start when it was due (an outage, another conversation, a full day).</summary>
public enum LatePolicy
{
    /// <summary>It starts as soon as it can, until the next one is due.</summary>
    Send,

    /// <summary>It starts on its own day or not at all.</summary>
    Skip,

    /// <summary>It may also start on the next day with sending hours.</summary>
    NextWindow,
}

/// <summary>A questionnaire that comes round again and again.</summary>
/// <param name="Id">Begins the id of each check-in: <c>weekly-2026-03-05</c>.</param>
/// <param name="Questionnaire">What it asks.</param>
/// <param name="EveryDays">Days from one to the next, 1 to 366; a multiple of 7 when <paramref name="On"/> is set.</param>
/// <param name="On">The day of the week, unless the participant chose another; null for any.</param>
/// <param name="At">The participant's local time, unless the participant chose another.</param>
/// <param name="RemindAfter">How long after the last word each reminder goes, rising; empty for none.</param>
/// <param name="CloseAfter">How long answers are taken after sending.</param>
/// <param name="Late">What becomes of it when it couldn't start in time.</param>
public sealed record CheckInSchedule(
    string Id,
    string Questionnaire,
    int EveryDays,
    IsoDayOfWeek? On,
    LocalTime At,
    IReadOnlyList<Period> RemindAfter,
    Period CloseAfter,
    LatePolicy Late);
