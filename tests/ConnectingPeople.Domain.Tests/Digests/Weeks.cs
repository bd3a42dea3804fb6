using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Digests;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Tests.Support;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Digests;

/// <summary>People with past check-ins on Thursdays, read on the Monday of 9 March 2026 about the week before.</summary>
internal static class Weeks
{
    public static DigestWeek TheWeek { get; } = DigestWeek.Before(new LocalDate(2026, 3, 9));

    /// <summary>Somebody enrolled on 5 January whose last check-ins, the latest on 5 March, ended so: answers as <c>goal=3 people=4</c>, or nothing.</summary>
    public static Participant WithWeeks(params string[] answers)
    {
        Participant person = AParticipant();
        for (int i = 0; i < answers.Length; i++)
        {
            person = person.With(At("2026-03-05T11:30Z") - Duration.FromDays(7 * (answers.Length - 1 - i)), answers[i]);
        }

        return person;
    }

    public static Participant Heard(this Participant person, string at) => person with { HeardAt = At(at) };

    /// <summary>All that the digest says of somebody, each line with its topic.</summary>
    public static IReadOnlyList<string> Said(this Participant person, DigestWeek? week = null)
    {
        Digest digest = Digest.Of([person], week ?? TheWeek, TheStudy);
        return [.. digest.ToTalkAbout.Concat(digest.Others).SelectMany(one => one.Lines).Select(line => $"{line.Topic}: {line.Text}")];
    }

    private static Participant With(this Participant person, Instant at, string answers)
    {
        CheckIn ended = new()
        {
            Id = $"weekly-{at.InUtc().Date:uuuu-MM-dd}",
            Questionnaire = "weekly",
            Version = 2,
            Goal = "g1",
            DueAt = at,
            ClosesAt = at,
            ClosedAt = at,
            Status = answers.Length == 0 ? CheckInStatus.Missed : CheckInStatus.Completed,
            Answers = [.. answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(answer => answer.Split('='))
                .Select(answer => new Answer(answer[0], AnswerOutcome.Answered, answer[1], answer[0] == "barrier" ? "label" : null, "", 1, at))],
        };
        return person with { Past = person.Past.With(ended, TheStudy), HeardAt = answers.Length == 0 ? person.HeardAt : at };
    }
}
