using ConnectingPeople.Domain.Agencies;

namespace ConnectingPeople.Domain.FollowUps;

using Number = IntegerColumn<FlowRow>;
using Text = TextColumn<FlowRow>;

/// <summary>How many of an agency's participants reached a stage.</summary>
public sealed record FlowRow(FlowStage Stage, string Agency, FidelityLevel Fidelity, int Count);

/// <summary>A stage of participant flow, in the order of the file.</summary>
public enum FlowStage
{
    /// <summary>Enrolled.</summary>
    Enrolled,

    /// <summary>Answered at least one question of the baseline.</summary>
    Baseline,

    /// <summary>Enrolled so long ago that the window of the nine-month wave had opened, whether or not they had left.</summary>
    NineMonthDue,

    /// <summary>Answered at least one question of the nine-month wave.</summary>
    NineMonth,

    /// <summary>Left the study without an answer to the nine-month wave.</summary>
    Withdrawn,

    /// <summary>Neither left nor answered before the window of the nine-month wave closed.</summary>
    Lost,
}

/// <summary><c>flow</c>: a row is a stage of an agency with participants, sorted by agency_id and stage.</summary>
public static class FlowFile
{
    public static Dataset<FlowRow> Dataset { get; } = new("flow",
    [
        new Text("stage", "The stage of participant flow", row => Words.Of(row.Stage))
        {
            Codes = KeyColumns.Listed<FlowStage>(),
            Derivation = "enrolled: by the cut-off. baseline, nine-month: answered at least one question of that wave, in or out of its window. "
                + "nine-month-due: the window of the nine-month wave had opened by the cut-off, whether or not they had left. "
                + "withdrawn: left the study without an answer to the nine-month wave. "
                + "lost: didn't leave, and the window closed without an answer. "
                + "nine-month, withdrawn and lost exclude each other; enrolled less these three are still to be followed up",
        },
        KeyColumns.Agency<FlowRow>(row => row.Agency),
        KeyColumns.Fidelity<FlowRow>(row => row.Fidelity),
        new Number("count", "How many participants", row => row.Count)
        {
            Unit = "participants", Derivation = "as of the cut-off; 0 where nobody of the agency is in the stage",
        },
    ])
    {
        Key = ["agency_id", "stage"],
    };
}
