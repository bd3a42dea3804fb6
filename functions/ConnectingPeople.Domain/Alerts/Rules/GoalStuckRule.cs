using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts.Rules;

/// <summary>A goal whose rating hasn't risen.</summary>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="Patience">How long it waits to be acknowledged.</param>
/// <param name="CheckIns">In how many ratings of one goal in a row, the first of them included. At least 2.</param>
public sealed record GoalStuckRule(Severity Severity, Patience Patience, int CheckIns) : AlertRule(RuleNames.GoalStuck, Severity, Patience)
{
    public override bool BeginsWhenACheckInEnds => true;

    public override Finding? Find(Participant person, Instant now, Study study)
    {
        List<(string Goal, int Rating)> stuck = [.. person.Goals.Select(goal => (goal.Id, Rating: StuckAt(goal, person, study)))
            .Where(goal => goal.Rating is not null).Select(goal => (goal.Id, goal.Rating!.Value))];
        return stuck.Count == 0
            ? null
            : new Finding(
                string.Join(',', stuck.Select(goal => goal.Goal)),
                $"{(stuck.Count == 1 ? "A goal has" : $"{Facts.Number(stuck.Count)} goals have")} not moved on in the last {CheckIns} check-ins about it.");
    }

    public override string WhyClosed(Participant person) => "The goal has moved on.";

    /// <returns>The last rating; null while it isn't stuck.</returns>
    private int? StuckAt(Goal goal, Participant person, Study study)
    {
        List<(int Rating, bool IsTop)> ratings = [.. person.Past.Ordinary.Where(past => past.Goal == goal.Id)
            .Select(past => RatingIn(past, study)).OfType<(int, bool)>().TakeLast(CheckIns)];
        return ratings.Count == CheckIns && !ratings[^1].IsTop && ratings.Skip(1).All(later => later.Rating <= ratings[0].Rating)
            ? ratings[^1].Rating
            : null;
    }

    private static (int Rating, bool IsTop)? RatingIn(PastCheckIn past, Study study) => GoalRatings.In(past, study) is { } rating
        ? (rating.Value, rating.Value == rating.Top)
        : null;
}
