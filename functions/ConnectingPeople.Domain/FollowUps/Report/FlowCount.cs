namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>What is counted of a group of participants on their way through the study: the stages of <c>flow</c>, and what lies between.</summary>
public enum FlowCount
{
    Enrolled,
    Baseline,
    NineMonthDue,
    NineMonth,
    Withdrawn,
    Lost,

    /// <summary>Enrolled without a baseline.</summary>
    NoBaseline,

    /// <summary>Enrolled, and nine months aren't over.</summary>
    NotYetDue,

    /// <summary>Nine months are over, and there is no nine-month measurement (yet).</summary>
    NotFollowedUp,

    /// <summary>Enrolled, and neither measured at nine months nor withdrawn nor lost.</summary>
    StillIn,
}
