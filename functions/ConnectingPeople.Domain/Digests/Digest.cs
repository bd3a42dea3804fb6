using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Digests;

/// <summary>
/// What a week brought for the people of a caseload, for supervision and team meetings: prompts to talk about, and no score of
/// anybody. It is made from what is known now; of an earlier week it says what the past still tells.
/// </summary>
/// <param name="Week">The week.</param>
/// <param name="ToTalkAbout">People who need talking about, the most pressing first.</param>
/// <param name="Others">People of whom there is something to say besides.</param>
/// <param name="NothingNew">How many there are of whom nothing is to be said.</param>
public sealed record Digest(DigestWeek Week, IReadOnlyList<PersonDigest> ToTalkAbout, IReadOnlyList<PersonDigest> Others, int NothingNew)
{
    /// <summary>How many people it is about, whether or not there is something to say.</summary>
    public int People => ToTalkAbout.Count + Others.Count + NothingNew;

    /// <summary>Looks at everybody. Who joined later or left earlier isn't in it.</summary>
    public static Digest Of(IReadOnlyList<Participant> people, DigestWeek week, Study study)
    {
        List<Participant> there = [.. people.Where(person => WasThere(person, week))];
        List<(PersonDigest Of, Severity Worst)> told = [.. there
            .Select(person => (Of: new PersonDigest(person.Id, person.Profile.Practitioner, new WeekReading(person, week, study).Lines()), Worst(person)))
            .Where(one => one.Of.Lines.Count > 0)
            .OrderBy(one => one.Of.Lines[0].Topic).ThenByDescending(one => one.Item2).ThenBy(one => one.Of.Id.Text, StringComparer.Ordinal)];
        return new Digest(
            week,
            [.. told.Where(one => one.Of.ToTalkAbout).Select(one => one.Of)],
            [.. told.Where(one => !one.Of.ToTalkAbout).Select(one => one.Of)],
            there.Count - told.Count);
    }

    private static bool WasThere(Participant person, DigestWeek week)
    {
        DateTimeZone zone = person.Profile.Zone();
        return person.Profile.EnrolledAt < week.End(zone) && (person.Status != Status.Withdrawn || person.StatusAt >= week.Start(zone));
    }

    private static Severity Worst(Participant person) => person.Alerts.Count == 0 ? Severity.Routine : person.Alerts.Max(alert => alert.Severity);
}
