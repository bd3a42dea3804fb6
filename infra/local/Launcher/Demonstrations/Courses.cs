using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Simulator.Cohort;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>
/// Draws how somebody's months go. Its sizes are this project's own, chosen so that the direction is the pilot's: access to social
/// resources and inclusion rise where the model is fully implemented and hardly elsewhere, everybody's contacts rise a little,
/// everybody's use of services falls. They are no findings, and nothing can be learnt from them about any people.
/// </summary>
public static class Courses
{
    /// <summary>How differently people change, in the trait's standard deviations.</summary>
    private const double Spread = 0.4;

    /// <summary>What nine months add to resources and to inclusion on average, in standard deviations.</summary>
    private const double FullGain = 0.62;
    private const double OtherGain = 0.1;

    /// <summary>No goal is set in the last weeks before the nine-month questions, in days after enrolment.</summary>
    private const int LastGoalFrom = 230;

    private static readonly string[] Goals =
    [
        "Go to the Tuesday coffee morning", "Join the library's reading group", "Ring my sister every week", "Volunteer at the food bank",
        "Learn to cook with my neighbours", "Play bowls at the park", "Find a swimming partner", "Go to the men's shed", "Make one new friend",
        "Sing in the community choir", "Take the bus to town by myself", "Help at the animal rescue", "Go to the art class",
        "Have lunch with my son", "Join the walking football team", "Grow vegetables on the allotment", "Start an English class", "Meet my old workmates",
    ];

    /// <summary>Money comes first: "Many participants in the study lacked money to undertake even inexpensive activities" (the pilot's summary).</summary>
    private static readonly string[] Barriers = ["money", "money", "money", "money", "confidence", "confidence", "health", "health", "travel", "other"];

    public static Course Draw(Chance chance, FidelityLevel fidelity, Ending ending, bool hasOneGoal)
    {
        bool full = fidelity == FidelityLevel.Full;
        double wellbeing = chance.Normal("wellbeing");
        int endsOn = chance.Between(21, 245, "ends on");
        bool isSilent = ending is Ending.FallsSilent or Ending.NumberDies;
        return new Course
        {
            Fidelity = fidelity,
            Resources = Draw(chance, "resources", -0.5, 0.9, full ? FullGain : OtherGain),
            Inclusion = Draw(chance, "inclusion", -0.5, 0.9, full ? FullGain : OtherGain),
            Wellbeing = new Trait(-0.4 + (0.9 * wellbeing), Gain(chance, "wellbeing", full ? 0.35 : 0.15)),
            Contacts = new Trait(1.5 + (0.45 * chance.Normal("contacts")), (full ? 0.2 : 0.12) + (0.12 * chance.Normal("contacts gain"))),
            Services = new Trait((full ? 0.9 : 1.2) + (0.5 * chance.Normal("services")), -0.25 + (0.15 * chance.Normal("services gain"))),
            Keenness = Math.Clamp(0.72 + (0.08 * wellbeing) + (0.12 * chance.Normal("keenness")), 0.3, 0.97),
            Goals = GoalsOf(chance, full, hasOneGoal),
            Barrier = chance.OneOf("barrier", Barriers),
            Ending = ending,
            EndsOn = ending == Ending.Stays ? int.MaxValue : endsOn,
            PausedOn = isSilent && chance.Of("paused") < 0.7 ? endsOn + chance.Between(49, 98, "paused on") : null,
            BaselineAfter = chance.Between(1, 14, "baseline"),
            AnswersNineMonthsAlone = chance.Of("nine months") < 0.7,
            InterviewedAfter = chance.Between(8, 30, "interviewed"),
            CrisisOn = chance.Of("crisis") < 0.035 ? chance.Between(20, 260, "crisis on") : null,
            CallOn = chance.Of("call") < 0.1 ? chance.Between(10, 270, "call on") : null,
        };
    }

    /// <summary>
    /// Moves the gains of those whose agencies are alike so that their mean is the planned one: with so few people the luck of a seed
    /// would else turn the direction round. How differently people change, and the errors of their answers, stay as drawn.
    /// </summary>
    public static IReadOnlyList<Course> Balance(IReadOnlyList<Course> courses)
    {
        Dictionary<FidelityLevel, (double Resources, double Inclusion)> off = courses.GroupBy(course => course.Fidelity).ToDictionary(
            alike => alike.Key,
            alike => (Off(alike, course => course.Resources), Off(alike, course => course.Inclusion)));
        return
        [
            .. courses.Select(course => course with
            {
                Resources = course.Resources with { Gain = course.Resources.Gain - off[course.Fidelity].Resources },
                Inclusion = course.Inclusion with { Gain = course.Inclusion.Gain - off[course.Fidelity].Inclusion },
            }),
        ];
    }

    private static double Off(IGrouping<FidelityLevel, Course> alike, Func<Course, Trait> trait) =>
        alike.Average(course => trait(course).Gain) - (alike.Key == FidelityLevel.Full ? FullGain : OtherGain);

    private static Trait Draw(Chance chance, string name, double middle, double spread, double gain) =>
        new(middle + (spread * chance.Normal(name)), Gain(chance, name, gain));

    private static double Gain(Chance chance, string name, double gain) => gain + (Spread * chance.Normal($"{name} gain"));

    /// <summary>
    /// One goal after another, the next set some weeks after the last was reached. Where the model is fully implemented they take less
    /// long and seldom come to a halt.
    /// </summary>
    private static GoalCourse[] GoalsOf(Chance chance, bool full, bool onlyOne)
    {
        List<GoalCourse> goals = [];
        int place = chance.Between(0, Goals.Length - 1, "goal");
        for (int from = -10; from < LastGoalFrom && (goals.Count == 0 || !onlyOne); from += goals[^1].Takes + chance.Between(10, 28, $"rest {goals.Count}"))
        {
            double pace = Math.Exp(0.35 * chance.Normal($"goal takes {goals.Count}"));
            bool halts = chance.Of($"goal halts {goals.Count}") < (full ? 0.08 : 0.25);
            goals.Add(new GoalCourse(Goals[(place + (7 * goals.Count)) % Goals.Length], from, (int)((full ? 60 : 90) * pace * (halts ? 6 : 1))));
        }

        return [.. goals];
    }
}
