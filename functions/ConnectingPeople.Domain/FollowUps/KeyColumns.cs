using ConnectingPeople.Domain.Agencies;
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

    public static TextColumn<TRow> Agency<TRow>(Func<TRow, string> of) => new("agency_id", "The agency that works with the participant", of);

    public static TextColumn<TRow> Fidelity<TRow>(Func<TRow, FidelityLevel> of) =>
        new("fidelity", "How fully the agency implements the model", row => Words.Of(of(row)))
        {
            Codes = ["full", "partial", "not-assessed"],
            Derivation = "from the agency's assessments as they were recorded by the cut-off, scores from 1 to 5: each source's mean, "
                + "the mean of these for each element, the mean of the elements; full from the threshold of the study definition on; "
                + "not-assessed while an element was scored by fewer different sources than the definition asks for",
        };

    /// <summary>All values of an enumeration, in its order.</summary>
    public static string[] Listed<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => Words.Of(value))];
}
