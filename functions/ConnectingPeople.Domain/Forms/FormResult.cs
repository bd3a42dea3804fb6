using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Forms;

/// <summary>What came of something sent by a form.</summary>
/// <param name="Decision">To be stored, whatever the outcome: also what can't be an answer may worry. Without changes where there is nothing new.</param>
/// <param name="Outcome">What to show next.</param>
public sealed record FormResult(Decision Decision, FormOutcome Outcome)
{
    /// <summary>The question that has no right answer yet; null unless the outcome is <see cref="FormOutcome.Wrong"/> or <see cref="FormOutcome.Unfinished"/>.</summary>
    public string? Question { get; init; }

    /// <summary>Whether words that may mean danger were sent: the page shows at once where to turn, and a human is told.</summary>
    public bool Risk { get; init; }
}

public enum FormOutcome
{
    /// <summary>It is stored, or was already.</summary>
    Taken,

    /// <summary>It is no answer to the question.</summary>
    Wrong,

    /// <summary>The question isn't, or no longer, worth asking.</summary>
    NotAsked,

    /// <summary>An answer is missing before the form can be finished.</summary>
    Unfinished,

    /// <summary>The form is finished.</summary>
    Finished,

    /// <summary>The check-in takes no answers any more.</summary>
    Closed,
}
