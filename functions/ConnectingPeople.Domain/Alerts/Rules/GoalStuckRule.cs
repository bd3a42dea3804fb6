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
        List<string> stuck = [.. person.Goals.Select(goal => goal.Id).Where(goal => IsStuck(goal, person, study))];
        return stuck.Count == 0
            ? null
            : new Finding(
                string.Join(Finding.And, stuck),
                $"{(stuck.Count == 1 ? "A goal has" : $"{Facts.Number(stuck.Count)} goals have")} not moved on in the last {Facts.Number(CheckIns)} check-ins about it.");
    }

    public override string WhyClosed(Participant person) => "The goal has moved on.";

    private bool IsStuck(string goal, Participant person, Study study)
    {
        List<GoalRating> ratings = [.. person.Past.Ordinary.Where(past => past.Goal == goal)
            .Select(past => GoalRatings.In(past, study)).OfType<GoalRating>().TakeLast(CheckIns)];
        return ratings.Count == CheckIns && !ratings[^1].IsReached && ratings.All(rating => rating.Value <= ratings[0].Value);
    }
}
