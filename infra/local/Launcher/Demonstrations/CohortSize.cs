namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>How large a cohort is.</summary>
/// <param name="People">How many are enrolled, at most 200.</param>
/// <param name="Followed">How many of them are still there after nine months.</param>
/// <param name="EnrolmentDays">Over how many days they are enrolled.</param>
/// <param name="Visits">On which days after the beginning agencies are assessed.</param>
public sealed record CohortSize(int People, int Followed, int EnrolmentDays, IReadOnlyList<int> Visits)
{
    /// <summary>
    /// The pilot's: 155 people at baseline, 116 at nine months (Evaluation of the Connecting People Intervention, NIHR School for
    /// Social Care Research). Over how long they were enrolled isn't told there; eight weeks are this project's choice.
    /// </summary>
    public static CohortSize Pilot { get; } = new(155, 116, 56, [91, 245]);
}
