using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>One person's rows that several datasets are made from, worked out once.</summary>
/// <param name="person">The history as of the cut-off.</param>
/// <param name="study">The definition.</param>
public sealed class PersonRows(ParticipantHistory person, Study study)
{
    public ParticipantHistory Person { get; } = person;

    /// <summary>In the order of their ids, each with its answers.</summary>
    public IReadOnlyList<CheckInRow> CheckIns { get; } = [.. person.CheckIns.Select(checkIn => CheckInsFile.RowOf(person, checkIn, study))];

    /// <summary>Those of all check-ins that hold, in their order.</summary>
    public IEnumerable<AnswerRow> Answers => CheckIns.SelectMany(checkIn => checkIn.Answers);
}
