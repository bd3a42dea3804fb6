using Azure;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ConnectingPeople.Benchmarks;

/// <summary>People with nine months behind them, as the app would have stored them: each check-in with its answers and its first message.</summary>
internal static class StoredCourses
{
    private const int Weeks = 39;
    private const int AtOnce = 8;
    private const int Ids = 1 << 25;

    private static readonly Instant Enrolled = Instant.FromUtc(2026, 1, 5, 9, 0);

    /// <summary>When all of it has happened.</summary>
    public static Instant CutOff { get; } = Instant.FromUtc(2027, 1, 1, 0, 0);

    public static async Task StoreAsync(BenchmarkApp app, int checkIns)
    {
        ParticipantStore store = app.Services.GetRequiredService<ParticipantStore>();
        int people = checkIns / Weeks;
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancellation) =>
        {
            Participant person = Person((uint)((long)number * Ids / people));
            try
            {
                await store.InsertAsync(person, cancellation);
            }
            catch (RequestFailedException e) when (e.Status == StatusCodes.Status409Conflict)
            {
                // The storage client asked again after an answer that took too long: ids are nobody else's here.
            }

            Stored stored = (await store.LoadAsync(person.Id, cancellation))!;
            Decision course = new(person) { CheckIns = [.. Enumerable.Range(0, Weeks).Select(CheckIn)], Send = [.. Enumerable.Range(0, Weeks).Select(Message)] };
            await store.CommitAsync(stored, course, cancellation);
        });
    }

    private static Participant Person(uint random) => new()
    {
        Id = ParticipantId.From(random),
        StatusAt = Enrolled,
        Goals = [new Goal("g1", "Join the walking group", new LocalDate(2026, 1, 5))],
        GoalsEver = 1,
        Profile = new Profile
        {
            AgencyId = $"agency-{random % 14}",
            Practitioner = "pat@example.org",
            ClientGroup = ClientGroup.MentalHealth,
            Channel = Channel.Sms,
            Language = "en-GB",
            TimeZone = "Europe/London",
            AgeBand = "35-44",
            Gender = "woman",
            Consent = new Consent(new LocalDate(2026, 1, 2), "1"),
            EnrolledAt = Enrolled,
        },
    };

    private static Instant At(int week) => Instant.FromUtc(2026, 1, 8, 11, 0) + Duration.FromDays(7 * week);

    private static string Id(int week) => $"weekly-{At(week).InUtc().Date:uuuu-MM-dd}";

    private static CheckIn CheckIn(int week)
    {
        Instant at = At(week) + Duration.FromMinutes(11);
        return new CheckIn
        {
            Id = Id(week),
            Questionnaire = "weekly",
            Version = 2,
            Goal = "g1",
            DueAt = At(week),
            SentAt = At(week),
            FirstReplyAt = at,
            CompletedAt = at,
            ClosesAt = at,
            ClosedAt = at,
            Status = CheckInStatus.Completed,
            Answers =
            [
                new Answer("goal", AnswerOutcome.Answered, $"{1 + (week % 4)}", "getting there", "getting there", 1, at),
                new Answer("people", AnswerOutcome.Answered, $"{week % 9}", null, "about 4 I think", 1, at),
                new Answer("new-person", AnswerOutcome.Answered, week % 3 == 0 ? "yes" : "no", null, "not really", 1, at),
                new Answer("activity", AnswerOutcome.Answered, "no", null, "no", 1, at),
                new Answer("connected", AnswerOutcome.Answered, $"{1 + (week % 5)}", null, "3", 1, at),
                new Answer("anything-else", AnswerOutcome.Answered, "A quiet week, but I went to the market with Sam", null, "A quiet week, but I went to the market with Sam", 1, at),
            ],
        };
    }

    private static Outgoing Message(int week) => new()
    {
        Id = $"{Id(week)}.ask.1",
        CheckIn = Id(week),
        Text = "Hi {name}, Connecting People. How is \"Join the walking group\" going? 1 not started 2 begun 3 getting there 4 done. STOP to end",
        DecidedAt = At(week),
        ExpiresAt = At(week) + Duration.FromDays(1),
        LookAt = At(week),
    };
}
