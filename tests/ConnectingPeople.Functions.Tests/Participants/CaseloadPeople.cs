using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>Puts people into storage as months of check-ins would have left them. The clock stands on Monday 5 January 2026.</summary>
public static class CaseloadPeople
{
    public const string Hostile = "<script>alert('x')</script> \u202Egnp.exe";

    public static readonly string Emoji = string.Concat(Enumerable.Repeat("\U0001F600", 800));

    public static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 9, 0);

    private static readonly Instant Enrolled = Instant.FromUtc(2025, 6, 2, 9, 0);

    /// <summary>Somebody of the north team, with a few answers, heard three days ago.</summary>
    public static Participant Somebody(uint random, string practitioner = People.Practitioner, string agency = "north", string goal = "Join the walking group") => new()
    {
        Id = ParticipantId.From(random),
        StatusAt = Enrolled,
        Goals = [new Goal("g1", goal, new LocalDate(2025, 6, 2))],
        GoalsEver = 1,
        HeardAt = Now - Duration.FromDays(3),
        Profile = new Profile
        {
            AgencyId = agency,
            Practitioner = practitioner,
            ClientGroup = ClientGroup.MentalHealth,
            Channel = Channel.Sms,
            Language = "en-GB",
            TimeZone = "Europe/London",
            Consent = new Consent(new LocalDate(2025, 6, 1), "1"),
            EnrolledAt = Enrolled,
        },
    };

    /// <summary>With weekly check-ins answered by that many people and rated so, the last of them on New Year's Day 2026; null for one that was missed.</summary>
    public static Participant Answering(this Participant person, params (int People, int Goal)?[] weeks) => person with
    {
        Past = new PastCheckIns(string.Join('|', weeks.Select((week, place) =>
        {
            Instant at = Now - Duration.FromDays(4 + (7 * (weeks.Length - 1 - place)));
            string id = $"weekly-{at.InUtc().Date:uuuu-MM-dd}";
            return week is { } given
                ? $"{id} Completed {at.ToUnixTimeSeconds()}  g1 goal={given.Goal} people={given.People} connected=3"
                : $"{id} Missed {at.ToUnixTimeSeconds()}  g1";
        }))),
    };

    public static Participant Heard(this Participant person, int daysAgo) => person with { HeardAt = Now - Duration.FromDays(daysAgo) };

    public static Participant With(this Participant person, string rule, Severity severity, string summary, int hoursAgo, AlertState state = AlertState.Notified)
    {
        Instant at = Now - Duration.FromHours(hoursAgo);
        return person.With(new Alert
        {
            Id = $"{rule}-{at.InUtc().Date:uuuu-MM-dd}",
            Rule = rule,
            Severity = severity,
            RaisedAt = at,
            Summary = summary,
            State = state,
            EscalatesAt = state == AlertState.Notified ? Now + Duration.FromHours(7) : null,
            Steps =
            [
                new AlertStep(AlertAct.Raised, at),
                new AlertStep(AlertAct.Notified, at + Duration.FromMinutes(5), person.Profile.Practitioner, "email"),
                .. state == AlertState.Acknowledged ? new[] { new AlertStep(AlertAct.Acknowledged, at + Duration.FromHours(1), person.Profile.Practitioner) } : [],
            ],
        });
    }

    /// <summary>Stores somebody with a name, as a member of their agency.</summary>
    public static async Task<string> StoreAsync(this App app, Participant person, string name)
    {
        await app.Services.GetRequiredService<ParticipantStore>().InsertAsync(person, CancellationToken.None);
        await app.Services.GetRequiredService<ContactStore>().SaveAsync(person.Id, new Contact(name, null, null), CancellationToken.None);
        await app.Services.GetRequiredService<AgencyStore>().ListAsync(person.Id, person.Profile, CancellationToken.None);
        return person.Id.Text;
    }

    /// <summary>A caseload as a practitioner may have: somebody fresh, silent, paused, falling, and with names and goals that try to break the page.</summary>
    public static async Task StoreCaseloadAsync(this App app)
    {
        foreach ((Participant person, string name) in Caseload())
        {
            await app.StoreAsync(person, name);
        }
    }

    private static IEnumerable<(Participant Person, string Name)> Caseload()
    {
        yield return (Somebody(11, goal: "Join the walking group").Answering((4, 2), (5, 2), (4, 2), (5, 3), (6, 3), (6, 3), (7, 3)).Heard(0)
            .With(RuleNames.RiskPhrase, Severity.Urgent, "A message may mean danger. Read it now.", 1), "Amira Khan");
        yield return (Somebody(22, goal: "Cook for friends once a month").Answering((6, 2), (7, 2), (6, 3), (5, 3), (3, 3), (2, 2), (2, 2)).Heard(4)
            .With(RuleNames.ContactsFalling, Severity.Routine, "Time spent with 2.3 people a week on average in the last 3 answers; it was 6.3 at the start.", 30), "Brendan O'Leary");
        yield return (Somebody(33, goal: "Find a choir").Answering((2, 1), (2, 1), null, null, null).Heard(34)
            .With(RuleNames.MissedCheckIns, Severity.Soon, "No answer to 3 check-ins in a row; the last one ended on 1 January 2026.", 28)
            .With(RuleNames.Silence, Severity.Soon, "Nothing heard since 2 December 2025.", 20, AlertState.Acknowledged), "Chloe Adeyemi");
        yield return (Somebody(44, goal: "Learn to play bridge").Answering((3, 2), (3, 2), (4, 3), (4, 3)).Heard(11) with
        {
            Status = Status.Paused,
            PausedUntil = Now + Duration.FromDays(12),
        }, "Dariusz Kowalski");
        yield return (Somebody(55, goal: "Visit my sister").Answering((1, 1), (2, 2), (2, 2), (3, 3), (4, 3), (5, 4)).Heard(2), "Eilidh Fraser");
        yield return (Somebody(66, goal: "Go swimming on Tuesdays").Answering((8, 3), (8, 3), (9, 4)).Heard(5) with { OptIn = OptIn.Out }, "Femi Balogun");
        yield return (Somebody(77).Answering((2, 2), null).Heard(20) with { Unreachable = "30005" }, "Grace Thomas");
        yield return (Somebody(88) with { HeardAt = null }, "Hassan Ali");
        yield return (Somebody(99, goal: Hostile).Answering((3, 2), (4, 3)).Heard(1), Hostile);
        yield return (Somebody(110, goal: Emoji[..200]).Answering((1, 2)).Heard(6), Emoji);
        yield return (Somebody(121).Answering((0, 1), (0, 1), (1, 1), (0, 1)).Heard(3)
            .With(RuleNames.GoalStuck, Severity.Routine, "A goal has not moved on in the last 4 check-ins about it.", 70), "Ivan Petrov");
        yield return (Somebody(132, goal: "Talk to my neighbours").Answering((10, 3), (11, 3), (9, 3), (12, 4), (12, 4)).Heard(1), "Jo Evans");
        yield return (Somebody(143, goal: "Start volunteering at the food bank").Answering((3, 2), (4, 2), (5, 2), (4, 3), (6, 3)).Heard(4), "Kirsty Macdonald");
        yield return (Somebody(154).Answering((2, 1)).Heard(90) with { Status = Status.Withdrawn }, "Liam Walsh");
        yield return (Somebody(165, goal: "Get the bus on my own").Answering((2, 1), (2, 1), (3, 2), (2, 2), (3, 2)).Heard(2)
            .With(RuleNames.AskedForACall, Severity.Soon, "They asked for a call.", 3), "Meera Patel");
    }
}
