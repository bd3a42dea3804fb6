using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts.Rules;

/// <summary>Fewer contacts than at the person's own beginning. Nobody is compared with anybody else.</summary>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="Patience">How long it waits to be acknowledged.</param>
/// <param name="Question">The question that counts contacts.</param>
/// <param name="Baseline">How many first answers make the beginning, by their mean. At least 1.</param>
/// <param name="Recent">How many last answers make the present, by their mean. At least 1.</param>
/// <param name="Fall">By how many percent of the beginning, 1 to 100.</param>
public sealed record ContactsFallingRule(Severity Severity, Patience Patience, string Question, int Baseline, int Recent, int Fall)
    : AlertRule(RuleNames.ContactsFalling, Severity, Patience)
{
    public override bool BeginsWhenACheckInEnds => true;

    public override Finding? Find(Participant person, Instant now, Study study)
    {
        List<int> counts = [.. person.Past.Ordinary.Select(past => past.Number(Question)).OfType<int>()];
        if (counts.Count < Baseline + Recent)
        {
            return null;
        }

        double before = counts.Take(Baseline).Average();
        double lately = counts.TakeLast(Recent).Average();
        return before > 0 && HasFallen(counts)
            ? new Finding("low", $"Time spent with {Facts.Mean(lately)} people a week on average in the last {Facts.Times(Recent, "answer", "answers")}; it was {Facts.Mean(before)} at the start.")
            : null;
    }

    /// <summary>In whole numbers: a mean exactly at the threshold isn't lost to rounding.</summary>
    private bool HasFallen(List<int> counts) =>
        counts.TakeLast(Recent).Sum(count => (long)count) * Baseline * 100 <= counts.Take(Baseline).Sum(count => (long)count) * Recent * (100 - Fall);

    public override string WhyClosed(Participant person) => "They spend time with more people again.";
}
