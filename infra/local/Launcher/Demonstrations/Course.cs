using ConnectingPeople.Domain.Agencies;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>How somebody's months in the study go, as it was drawn before they began. What they answer follows from it.</summary>
public sealed record Course
{
    /// <summary>How fully their agency implements the model: made known to the study by assessments alone.</summary>
    public required FidelityLevel Fidelity { get; init; }

    /// <summary>What people they know could help with, in standard deviations around the middle of the scale.</summary>
    public required Trait Resources { get; init; }

    /// <summary>How included they feel, likewise.</summary>
    public required Trait Inclusion { get; init; }

    /// <summary>How well they are, likewise.</summary>
    public required Trait Wellbeing { get; init; }

    /// <summary>With how many people they spend time in a week: the natural logarithm of it.</summary>
    public required Trait Contacts { get; init; }

    /// <summary>How many appointments they have in four weeks: the natural logarithm of it.</summary>
    public required Trait Services { get; init; }

    /// <summary>The share of check-ins that they answer, 0 to 1.</summary>
    public required double Keenness { get; init; }

    /// <summary>What they work towards, one after another.</summary>
    public required IReadOnlyList<GoalCourse> Goals { get; init; }

    /// <summary>The value of what gets in their way most.</summary>
    public required string Barrier { get; init; }

    /// <summary>How their time in the study ends.</summary>
    public required Ending Ending { get; init; }

    /// <summary>On which day after enrolment, unless they stay.</summary>
    public int EndsOn { get; init; } = int.MaxValue;

    /// <summary>On which day after enrolment their worker stops the messages because nobody answers, or null.</summary>
    public int? PausedOn { get; init; }

    /// <summary>How many days after enrolment they are interviewed for the baseline.</summary>
    public required int BaselineAfter { get; init; }

    /// <summary>Whether they answer the nine-month questions themselves; else an interviewer asks them.</summary>
    public required bool AnswersNineMonthsAlone { get; init; }

    /// <summary>How many days after the nine-month day an interviewer asks them.</summary>
    public required int InterviewedAfter { get; init; }

    /// <summary>On which day after enrolment something worrying is said, or null.</summary>
    public int? CrisisOn { get; init; }

    /// <summary>On which day after enrolment they ask for a call, or null.</summary>
    public int? CallOn { get; init; }

    public bool IsOver(int day) => day >= EndsOn;
}

/// <summary>What somebody works towards.</summary>
/// <param name="Text">In their own words.</param>
/// <param name="From">Since which day after enrolment.</param>
/// <param name="Takes">How many days it takes them from nothing to done.</param>
public sealed record GoalCourse(string Text, int From, int Takes)
{
    /// <summary>How far it is on a day, from 0 to 1.</summary>
    public double At(int day) => Math.Clamp((day - From) / (double)Takes, 0, 1);
}

/// <summary>Something about a person that no question asks outright, and that changes slowly.</summary>
/// <param name="Start">At enrolment.</param>
/// <param name="Gain">What nine months add to it.</param>
public sealed record Trait(double Start, double Gain)
{
    private const double NineMonths = 274;

    /// <summary>Its value on a day after enrolment: change slows down, and goes on a little after nine months.</summary>
    public double At(int day) => Start + (Gain * Math.Pow(Math.Max(0, day) / NineMonths, 0.8));
}

/// <summary>How somebody's time in the study ends.</summary>
public enum Ending
{
    /// <summary>They are there after nine months and beyond.</summary>
    Stays,

    /// <summary>They tell their worker that they want to leave.</summary>
    Withdraws,

    /// <summary>They send STOP.</summary>
    OptsOut,

    /// <summary>They don't answer any more.</summary>
    FallsSilent,

    /// <summary>Their number is given up, and they aren't found again.</summary>
    NumberDies,
}
