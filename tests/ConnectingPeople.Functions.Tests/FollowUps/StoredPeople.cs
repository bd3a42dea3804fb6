using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>Puts people into storage as the app would have stored them.</summary>
public static class StoredPeople
{
    private static readonly Instant Enrolled = Instant.FromUtc(2026, 1, 1, 9, 0);

    /// <summary>Stores somebody with a number of completed weekly check-ins.</summary>
    /// <returns>Their id.</returns>
    public static async Task<ParticipantId> StoreAsync(this ParticipantStore store, uint random, int checkIns, string? gender = null)
    {
        ParticipantId id = ParticipantId.From(random);
        Participant person = new()
        {
            Id = id,
            StatusAt = Enrolled,
            Goals = [new Goal("g1", "Join the choir", new LocalDate(2026, 1, 1))],
            GoalsEver = 1,
            Profile = new Profile
            {
                AgencyId = "north",
                Practitioner = "pat@example.org",
                ClientGroup = ClientGroup.MentalHealth,
                Channel = Channel.Sms,
                Language = "en-GB",
                TimeZone = "Europe/London",
                Gender = gender,
                Consent = new Consent(new LocalDate(2026, 1, 1), "1"),
                EnrolledAt = Enrolled,
            },
        };
        await store.InsertAsync(person, CancellationToken.None);
        Stored stored = (await store.LoadAsync(id, CancellationToken.None))!;
        await store.CommitAsync(stored, new Decision(person) { CheckIns = [.. Enumerable.Range(0, checkIns).Select(CheckIn)] }, CancellationToken.None);
        return id;
    }

    private static CheckIn CheckIn(int week)
    {
        Instant at = Instant.FromUtc(2026, 1, 1, 11, 0) + Duration.FromDays(7 * week);
        return new CheckIn
        {
            Id = $"weekly-{at.InUtc().Date:uuuu-MM-dd}",
            Questionnaire = "weekly",
            Version = 2,
            Goal = "g1",
            DueAt = at,
            SentAt = at,
            FirstReplyAt = at,
            CompletedAt = at,
            ClosesAt = at,
            ClosedAt = at,
            Status = CheckInStatus.Completed,
            Answers = [new Answer("goal", AnswerOutcome.Answered, "3", "getting there", "3", 1, at), new Answer("people", AnswerOutcome.Answered, "4", null, "four", 1, at)],
        };
    }
}
