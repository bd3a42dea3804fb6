using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts.Rules;

/// <summary>Nothing at all heard for so many days from somebody whom we may write to.</summary>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="Patience">How long it waits to be acknowledged.</param>
/// <param name="Days">Of 24 hours, since the last word, or since enrolment or the end of a pause; again after as many more. At least 1.</param>
public sealed record SilenceRule(Severity Severity, Patience Patience, int Days) : AlertRule(RuleNames.Silence, Severity, Patience)
{
    public override Finding? Find(Participant person, Instant now, Study study)
    {
        int times = Times(person, now);
        return times >= 1 && person.MayBeWrittenTo
            ? new Finding(Facts.Number(times), $"Nothing heard since {Facts.Day(Since(person), person)}, for {Facts.Number(times * Days)} days now.")
            : null;
    }

    public override Instant? FallsDueAt(Participant person, Instant now, Study study) =>
        person.MayBeWrittenTo ? Since(person) + Duration.FromDays((Times(person, now) + 1) * Days) : null;

    public override string WhyClosed(Participant person) => person.MayBeWrittenTo ? "They were in touch again." : "They aren't written to at present.";

    private int Times(Participant person, Instant now) => (int)((now - Since(person)).TotalDays / Days);

    private static Instant Since(Participant person) =>
        Instant.Max(person.HeardAt ?? person.Profile.EnrolledAt, Instant.Max(person.StatusAt, person.Profile.EnrolledAt));
}
