using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>The columns by which rows of one file find those of another, the same in all of them.</summary>
internal static class KeyColumns
{
    /// <summary>Where a day comes from that was a moment.</summary>
    public const string DayIsLocal = "the day in the participant's time zone";

    public static TextColumn<TRow> Participant<TRow>(Func<TRow, string> of) =>
        new("participant_id", "The participant's pseudonym", of) { Values = "CP- and six characters" };

    public static TextColumn<TRow> CheckIn<TRow>(Func<TRow, CheckIn> of) =>
        new("check_in_id", "The check-in, unique for the participant", row => of(row).Id) { Values = "{schedule or wave}-{local day due}" };

    public static TextColumn<TRow> Wave<TRow>(Study study, Func<TRow, CheckIn> of) => new("wave", "The wave it measures", row => of(row).Wave)
    {
        Values = string.Join(" | ", study.Waves.Select(wave => wave.Id)),
        Missing = "an ordinary check-in",
    };
}
