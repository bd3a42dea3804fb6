using ConnectingPeople.Domain.CheckIns;

namespace ConnectingPeople.Domain.Studies;

/// <summary>What a digest for supervision looks for.</summary>
/// <param name="QuietAfter">From so many check-ins in a row without an answer on somebody counts as quiet. At least 1.</param>
/// <param name="StalledAfter">In so many ratings of one goal in a row, none above the first, it has stalled. At least 2.</param>
/// <param name="Barriers">The choice that names what gets in the way; null for a study that doesn't ask.</param>
/// <param name="Signs">Answers that show an element of the model at work, each with an id of its own.</param>
public sealed record DigestDefinition(int QuietAfter, int StalledAfter, string? Barriers, IReadOnlyList<DigestSign> Signs);

/// <summary>An answer that shows an element of the model at work, such as a new contact.</summary>
/// <param name="Id">Names it; never <see cref="GoalSet"/>.</param>
/// <param name="Label">What it is, as it goes on after "told of" and "no sign of".</param>
/// <param name="Question">The question whose answer shows it.</param>
/// <param name="Is">Shown by this value; null where a number shows it.</param>
/// <param name="AtLeast">Shown by a number from this one; null where a value shows it.</param>
/// <param name="Within">How long none may come before it is named as missing; days and weeks.</param>
public sealed record DigestSign(string Id, string Label, string Question, string? Is, int? AtLeast, Period Within)
{
    /// <summary>The sign that every study looks for: whether there is a goal at all.</summary>
    public const string GoalSet = "goal-set";

    /// <summary>Whether a check-in showed it.</summary>
    public bool IsIn(PastCheckIn past) => Is is { } value
        ? past.Choices(Question).Contains(value)
        : past.Number(Question) >= AtLeast;
}
