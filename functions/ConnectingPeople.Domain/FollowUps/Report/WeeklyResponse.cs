using ConnectingPeople.Domain.FollowUps.Disclosure;

namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>Counts of the check-ins that were due in a week, or in all weeks.</summary>
/// <param name="Asked">That were asked and have ended, those that never arrived among them; not those of a wave.</param>
/// <param name="Answered">Wholly or in part.</param>
/// <param name="NotAnswered">All others.</param>
public sealed record ResponseFigures(ShownCount Asked, ShownCount Answered, ShownCount NotAnswered)
{
    /// <summary>How many in a hundred were answered; null where that is kept back.</summary>
    public double? Percent => Answered.PercentOf(Asked);
}

/// <param name="Monday">The first day of the week, in UTC.</param>
/// <param name="Figures">Its counts.</param>
public sealed record WeekOfResponses(LocalDate Monday, ResponseFigures Figures);

/// <summary>How many check-ins were answered, by the week in which they were due.</summary>
/// <param name="Weeks">In their order; a week in which none was due isn't among them.</param>
/// <param name="All">All weeks together.</param>
public sealed record WeeklyResponse(IReadOnlyList<WeekOfResponses> Weeks, ResponseFigures All);

/// <summary>Takes the rows of <c>check_ins</c> in; holds two numbers for each week.</summary>
public sealed class WeeklyResponseTally
{
    private const int ImportanceOfAll = 10;

    private enum Kind { Asked, Answered, NotAnswered }

    private readonly SortedDictionary<LocalDate, (long Asked, long Answered)> weeks = [];

    /// <param name="due">The day it was due, in UTC.</param>
    /// <param name="status">Such as <c>completed</c>; null while it is open.</param>
    /// <param name="wave">The wave it measures; null for an ordinary one.</param>
    public void Add(LocalDate due, string? status, string? wave)
    {
        bool isAnswered = status is "completed" or "partial";
        if (wave is null && (isAnswered || status is "missed" or "undelivered"))
        {
            LocalDate monday = Week.Of(due);
            (long asked, long answered) = weeks.GetValueOrDefault(monday);
            weeks[monday] = (asked + 1, answered + (isAnswered ? 1 : 0));
        }
    }

    public WeeklyResponse Figures()
    {
        LinkedCounts<(LocalDate? Monday, Kind Kind)> linked = new();
        Add(null, weeks.Values.Sum(week => week.Asked), weeks.Values.Sum(week => week.Answered));
        foreach ((LocalDate monday, (long asked, long answered)) in weeks)
        {
            Add(monday, asked, answered);
        }

        foreach (Kind kind in Enum.GetValues<Kind>())
        {
            linked.Sum((null, kind), weeks.Keys.Select(monday => ((LocalDate?)monday, kind)));
        }

        IReadOnlyDictionary<(LocalDate? Monday, Kind Kind), ShownCount> shown = linked.Show();
        return new([.. weeks.Keys.Select(monday => new WeekOfResponses(monday, Of(monday)))], Of(null));

        void Add(LocalDate? monday, long asked, long answered)
        {
            int importance = monday is null ? ImportanceOfAll : 1;
            linked.Add((monday, Kind.Asked), asked, importance);
            linked.Add((monday, Kind.Answered), answered, importance);
            linked.Add((monday, Kind.NotAnswered), asked - answered, importance);
            linked.Sum((monday, Kind.Asked), (monday, Kind.Answered), (monday, Kind.NotAnswered));
        }

        ResponseFigures Of(LocalDate? monday) =>
            new(shown[(monday, Kind.Asked)], shown[(monday, Kind.Answered)], shown[(monday, Kind.NotAnswered)]);
    }
}
