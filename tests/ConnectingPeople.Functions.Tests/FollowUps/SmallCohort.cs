using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Agencies;
using ConnectingPeople.Functions.Tests.Support;
using NodaTime.Testing;
using Answer = ConnectingPeople.Domain.CheckIns.Answer;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>Six people in two agencies of whom each has something that the others lack: all outcomes, sources, channels and standings.</summary>
public static class SmallCohort
{
    /// <summary>Where the clock of the app stands still, and with it the cut-off.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 5, 11, 0);

    private static readonly Instant Enrolled = Instant.FromUtc(2026, 1, 1, 9, 0);

    /// <summary>Starts an app with all of them in its storage.</summary>
    public static async Task<App> StartAsync(StorageObserver? observer = null)
    {
        App app = await App.StartAsync(Now.ToString(), observer: observer, clock: new FakeClock(Now));
        await app.PutAsync("administrator", "/api/agencies/north", new { name = "North, \"old\" team", sector = "nhs" });
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "third-sector" });
        foreach (string source in (string[])["observer", "service-user"])
        {
            await app.PutAsync("administrator", Assessing.North, app.Assessment(source, 5).With("id", source));
        }

        ParticipantStore people = app.Participants();
        await StoreAsync(people, Person(1) with { HeardAt = At(4) }, [Baseline(), .. Enumerable.Range(0, 4).Select(Answered)]);
        await StoreAsync(people, Of(Person(2), profile => profile with { AgencyId = "south", ClientGroup = ClientGroup.LearningDisability, Channel = Channel.Email, Language = "en-GB-easy" }), [Partial(0), Missed(1), ByForm(2)]);
        await StoreAsync(people, Of(Person(3) with { Status = Status.Withdrawn, StatusAt = At(3) }, profile => profile with { Gender = "=1+1" }), [Answered(0), Cancelled(1)]);
        await StoreAsync(people, Of(Person(4) with { OptIn = OptIn.Out }, profile => profile with { Gender = "say \"they\",\nplease 🙂", AgeBand = "65+" }), [Answered(0)], OptedOut(At(2)));
        await StoreAsync(people, Of(Person(5) with { Status = Status.Paused, StatusAt = At(1) }, profile => profile with { AgencyId = "closed" }), [Open(8)]);
        await StoreAsync(people, Of(Person(6), profile => profile with { TimeZone = "Pacific/Auckland", Gender = " non-binary " }), []);
        return app;
    }

    private static Instant At(int week) => Instant.FromUtc(2026, 1, 8, 11, 0) + Duration.FromDays(7 * week);

    private static Participant Person(uint number) => new()
    {
        Id = ParticipantId.From(number * 5_000_011),
        StatusAt = Enrolled,
        Goals = [new Goal("g1", "Join the choir", new LocalDate(2026, 1, 1)), new Goal("g2", "Phone my sister", new LocalDate(2026, 1, 1))],
        GoalsEver = 2,
        Profile = new Profile
        {
            AgencyId = "north",
            Practitioner = "pat@example.org",
            ClientGroup = ClientGroup.MentalHealth,
            Channel = Channel.Sms,
            Language = "en-GB",
            TimeZone = "Europe/London",
            AgeBand = number % 2 == 0 ? null : "25-34",
            Gender = number % 2 == 0 ? null : "woman",
            Consent = new Consent(new LocalDate(2026, 1, 1), "1"),
            EnrolledAt = Enrolled,
        },
    };

    private static Participant Of(Participant person, Func<Profile, Profile> change) => person with { Profile = change(person.Profile) };

    private static async Task StoreAsync(ParticipantStore people, Participant person, IReadOnlyList<CheckIn> checkIns, params Alert[] alerts)
    {
        await people.InsertAsync(person, CancellationToken.None);
        Stored stored = (await people.LoadAsync(person.Id, CancellationToken.None))!;
        await people.CommitAsync(stored, new Decision(person) { CheckIns = checkIns, Alerts = alerts }, CancellationToken.None);
    }

    private static CheckIn Weekly(int week) => new()
    {
        Id = $"weekly-{At(week).InUtc().Date:uuuu-MM-dd}",
        Questionnaire = "weekly",
        Version = 2,
        Goal = week % 2 == 0 ? "g1" : "g2",
        DueAt = At(week),
        SentAt = At(week),
        ClosesAt = At(week) + Duration.FromDays(3),
    };

    private static CheckIn Answered(int week)
    {
        Instant at = At(week) + Duration.FromMinutes(7 + week);
        return Weekly(week) with
        {
            FirstReplyAt = at,
            CompletedAt = at,
            ClosedAt = at,
            Status = CheckInStatus.Completed,
            Answers =
            [
                Yes("goal", $"{1 + week}", "getting there", at), Yes("people", $"{3 * week}", null, at), Yes("new-person", week % 2 == 0 ? "yes" : "no", null, at),
                Yes("activity", "no", null, at), Yes("connected", "4", null, at), Yes("anything-else", "Joan rang, \"twice\"\r\n=HYPERLINK(1)", null, at),
            ],
        };
    }

    private static CheckIn Partial(int week) => Weekly(week) with
    {
        FirstReplyAt = At(week),
        ClosedAt = At(week) + Duration.FromDays(3),
        Status = CheckInStatus.Partial,
        Reminders = 1,
        Answers =
        [
            new Answer("goal", AnswerOutcome.NotUnderstood, null, null, "5 or 6", 2, At(week)), new Answer("people", AnswerOutcome.Refused, null, null, "skip", 1, At(week)),
        ],
    };

    private static CheckIn Missed(int week) => Weekly(week) with { ClosedAt = At(week) + Duration.FromDays(3), Status = CheckInStatus.Missed, Reminders = 2 };

    private static CheckIn ByForm(int week)
    {
        CheckIn answered = Answered(week);
        return answered with { Answers = [.. answered.Answers.Select(answer => answer with { Source = AnswerSource.EmailForm })] };
    }

    private static CheckIn Cancelled(int week) => Weekly(week) with { SentAt = null, ClosedAt = At(week), Status = CheckInStatus.Cancelled };

    private static CheckIn Open(int week) => Weekly(week) with { Question = "goal" };

    private static CheckIn Baseline()
    {
        Instant at = Instant.FromUtc(2026, 1, 6, 14, 30);
        return new CheckIn
        {
            Id = "baseline-2026-01-01",
            Questionnaire = "follow-up",
            Version = 1,
            Wave = "baseline",
            DueAt = Enrolled,
            ClosesAt = Enrolled + Duration.FromDays(28),
            FirstReplyAt = at,
            CompletedAt = at,
            ClosedAt = at,
            Status = CheckInStatus.Completed,
            Answers =
            [
                .. new[] { ("advice", "4"), ("information", "3"), ("practical-help", "5"), ("helped-someone", "yes"), ("included", "2"), ("belonging", "3"), ("contacts", "7"), ("someone-to-tell", "1"), ("places", "home;group"), ("confidence", "3"), ("days", "4"), ("services", "2"), ("last-outing", "2026-01-03"), ("own-words", "My neighbour's dog") }
                    .Select(answer => Yes(answer.Item1, answer.Item2, null, at) with { Source = AnswerSource.Interview }),
                new Answer("lonely", AnswerOutcome.Refused, null, null, null, 1, at, AnswerSource.Interview),
            ],
        };
    }

    private static Answer Yes(string question, string value, string? label, Instant at) => new(question, AnswerOutcome.Answered, value, label, value, 1, at);

    private static Alert OptedOut(Instant at) => new()
    {
        Id = $"opted-out-{at.InUtc().Date:uuuu-MM-dd}",
        Rule = RuleNames.OptedOut,
        Severity = Severity.Routine,
        RaisedAt = at,
        Summary = "Asked for messages to stop.",
        State = AlertState.Resolved,
    };
}
