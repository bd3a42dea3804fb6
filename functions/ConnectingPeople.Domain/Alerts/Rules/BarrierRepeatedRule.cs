using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts.Rules;

/// <summary>The same thing gets in the way again and again, such as money.</summary>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="Patience">How long it waits to be acknowledged.</param>
/// <param name="Question">The choice that names barriers.</param>
/// <param name="Repeats">How often, at least 2.</param>
/// <param name="Within">In how many of the last check-ins that got an answer to anything, at least <paramref name="Repeats"/>.</param>
public sealed record BarrierRepeatedRule(Severity Severity, Patience Patience, string Question, int Repeats, int Within)
    : AlertRule(RuleNames.BarrierRepeated, Severity, Patience)
{
    public override bool BeginsWhenACheckInEnds => true;

    public override Finding? Find(Participant person, Instant now, Study study)
    {
        List<(string Barrier, int Times)> repeated = [.. person.Past.Ordinary.Where(past => past.Answers.Count > 0).TakeLast(Within)
            .SelectMany(past => past.Choices(Question))
            .GroupBy(barrier => barrier, (barrier, times) => (barrier, Count: times.Count()))
            .Where(barrier => barrier.Count >= Repeats)
            .OrderBy(barrier => barrier.barrier, StringComparer.Ordinal)];
        if (repeated.Count == 0)
        {
            return null;
        }

        string named = string.Join(" and ", repeated.Select(barrier => $"\"{LabelOf(barrier.Barrier, study)}\" {Facts.Number(barrier.Times)} times"));
        return new Finding(string.Join(Finding.And, repeated.Select(barrier => barrier.Barrier)), $"Named {named} as what gets in the way, in the last {Within} check-ins.");
    }

    public override string WhyClosed(Participant person) => "It isn't named so often any more.";

    private string LabelOf(string barrier, Study study) => study.Questionnaires.Values
        .Select(questionnaire => questionnaire.Find(Question))
        .SelectMany(question => question is ChoiceQuestion choice ? choice.Options : question is ChoicesQuestion choices ? choices.Options : [])
        .FirstOrDefault(option => option.Value == barrier)?.Label ?? barrier;
}
