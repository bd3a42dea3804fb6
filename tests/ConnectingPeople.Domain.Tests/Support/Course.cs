using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Support;

/// <summary>One person's way through the study, made of events after random waits.</summary>
/// <param name="Zone">Where they live.</param>
/// <param name="Steps">Minutes waited, then what happened.</param>
/// <param name="Channel">How they are written to.</param>
internal sealed record Course(string Zone, (int Minutes, string What)[] Steps, Channel Channel = Channel.Sms)
{
    private static readonly string[] Words =
    [
        "3", "1", "yes", "no", "5 or 6", "skip", "Had a good week", "STOP", "please stop texting me", "START", "unstop", "PAUSE", "HELP",
        "call me", "i want to die", "👍", "",
    ];

    private static readonly string[] Deeds = ["pause", "resume", "consent", "withdraw", "interview baseline", "interview nine-month"];

    private static readonly string[] Answers = ["3", "4", "yes", "2", "skip", "fine"];

    /// <summary>Courses of some weeks: mostly waking and answering, now and then all else.</summary>
    public static Gen<Course> Any { get; } = Gen.Select(
        OneOf("Europe/London", "Europe/London", "Pacific/Auckland", "America/St_Johns"),
        Gen.Select(Gen.Frequency((12, Gen.Int[0, 30]), (3, Gen.Int[30, 2_000]), (1, Gen.Int[2_000, 30_000])), What()).Array[5, 60],
        Gen.Frequency((2, Gen.Const(Channel.Sms)), (1, Gen.Const(Channel.Email))),
        (zone, steps, channel) => new Course(zone, steps, channel));

    /// <summary>Plays the course, each event decided on the state that the last one left.</summary>
    public IEnumerable<Happening> Play()
    {
        Participant person = AParticipant(Zone);
        person = person with { Profile = person.Profile with { Channel = Channel } };
        Instant now = person.Profile.EnrolledAt;
        Wishes wishes = new();
        int message = 0;
        foreach ((int minutes, string what) in Steps)
        {
            Participant before = person;
            now += Duration.FromMinutes(minutes);
            if (what == "sleep" && Waking.Next(new Decision(person), now, TheStudy) is { } wake)
            {
                now = wake + Duration.FromMinutes(minutes % 3);
            }

            wishes = wishes.After(what, now, before);
            Decision decision = Decide(before, what, now, ref message).AssessedAndTold(now);
            person = decision.Person;
            yield return new Happening(before, what, now, decision, wishes);
        }
    }

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(place => words[place]);

    private static Gen<string> What() => Gen.Frequency(
        (30, Gen.Const("sleep")), (8, Gen.Const("wake")), (30, OneOf(Answers)), (6, OneOf(Words)), (20, OneOf("accepted", "busy", "busy", "lost")),
        (16, Gen.Const("retry")), (1, OneOf(Deeds)), (24, Gen.Const("form next")), (3, OneOf("form goal", "form skip", "form worry", "form finish")),
        (1, OneOf("bounced", "unsubscribe")));

    private static Decision Decide(Participant person, string what, Instant now, ref int message) => what switch
    {
        "wake" or "sleep" => Waking.Decide(person, now, TheStudy),
        "accepted" => Record(person, new SendResult.Accepted("SM1"), now),
        "busy" => Record(person, new SendResult.TryLater(Duration.FromMinutes(1)), now),
        "lost" => Record(person, new SendResult.Unknown(), now),
        "retry" when person.Outbox.FirstOrDefault(outgoing => outgoing.ClaimedAt is null) is { } waiting =>
            Sending.Claim(new Decision(person), waiting, now, TheStudy),
        "retry" => new Decision(person),
        "pause" when person.Status != Status.Withdrawn => Pausing.Pause(new Decision(person), now + Duration.FromDays(5), now),
        "resume" when person.Status != Status.Withdrawn => Pausing.Resume(new Decision(person), now, TheStudy),
        "consent" when person.Status != Status.Withdrawn =>
            Pausing.OptInAgain(new Decision(person), new Consent(new LocalDate(2026, 1, 5), "2"), now, TheStudy),
        "withdraw" => Pausing.Withdraw(new Decision(person), now),
        "pause" or "resume" or "consent" => new Decision(person),
        "bounced" when person.CheckIns.FirstOrDefault(checkIn => checkIn.SentAt is not null) is { } asked =>
            Sending.Report(new Decision(person), $"{asked.Id}.ask.1", asked.Id, ErrorCodes.Bounced, now),
        "unsubscribe" => Pausing.OptOut(new Decision(person), now),
        "bounced" => new Decision(person),
        _ when what.StartsWith("interview ", StringComparison.Ordinal) => Interview(person, what, now),
        _ when what.StartsWith("form ", StringComparison.Ordinal) => Fill(person, what, now),
        _ => Replying.Decide(person, new Inbound($"SM-in-{message++}", what, now), TheStudy),
    };

    /// <summary>Fills in the form of a check-in that was sent: one answer, or its end.</summary>
    private static Decision Fill(Participant person, string what, Instant now)
    {
        if (person.CheckIns.FirstOrDefault(checkIn => checkIn.SentAt is not null) is not { } checkIn)
        {
            return new Decision(person);
        }

        string? next = FormState.Of(person, checkIn, TheStudy).Next?.Question.Id;
        FormResult result = (what, next) switch
        {
            ("form finish", _) or (_, null) => FormAnswering.Finish(new Decision(person), checkIn.Id, now, TheStudy),
            ("form goal", _) => FormAnswering.Answer(new Decision(person), checkIn.Id, "goal", [now.ToUnixTimeSeconds() % 2 == 0 ? "1" : "4"], now, TheStudy),
            ("form skip", _) => FormAnswering.Answer(new Decision(person), checkIn.Id, next, null, now, TheStudy),
            ("form worry", _) => FormAnswering.Answer(new Decision(person), checkIn.Id, next, ["i want to die"], now, TheStudy),
            _ => FormAnswering.Answer(new Decision(person), checkIn.Id, next, [Entered(next)], now, TheStudy),
        };
        return result.Decision;
    }

    /// <summary>Enters what was said in an interview to a wave that is open, or hasn't come.</summary>
    private static Decision Interview(Participant person, string what, Instant now)
    {
        WaveDefinition wave = TheStudy.Waves.Single(known => what.EndsWith(known.Id, StringComparison.Ordinal));
        bool isOver = Interviewing.IdOf(person, wave) is not null && person.CheckIns.All(open => open.Wave != wave.Id || open.ClosesAt <= now);
        return isOver
            ? new Decision(person)
            : Interviewing.Take(new Decision(person), wave, null, new Dictionary<string, InterviewValue?> { ["advice"] = new("3", null) }, now, TheStudy).Decision;
    }

    private static string Entered(string question) => TheStudy.Questionnaires.Values.Select(asked => asked.Find(question)).First(found => found is not null) switch
    {
        YesNoQuestion => "yes",
        ChoiceQuestion choice => choice.Options[0].Value,
        ChoicesQuestion choices => choices.Options[0].Value,
        DateQuestion => "2026-01-05",
        _ => "3",
    };

    private static Decision Record(Participant person, SendResult result, Instant now) =>
        person.Outbox.FirstOrDefault(outgoing => outgoing.ClaimedAt is not null) is { } claimed
            ? Sending.Record(new Decision(person), claimed, result, now)
            : new Decision(person);
}

/// <summary>One event of a course.</summary>
internal sealed record Happening(Participant Before, string What, Instant At, Decision Decision, Wishes Wishes);

/// <summary>What the person has asked for, kept apart from the state that is tested.</summary>
internal sealed record Wishes(bool Stopped = false, Instant? PausedUntil = null, bool Left = false, bool Paused = false)
{
    public Wishes After(string what, Instant now, Participant before)
    {
        Wishes at = this with { Paused = Paused && PausedUntil > now };
        return what switch
        {
            "STOP" or "please stop texting me" or "unsubscribe" => at with { Stopped = true },
            "START" or "unstop" when !Left => at with { Stopped = false, Paused = false },
            "consent" when !Left => at with { Stopped = false },
            "pause" when !Left => at with { Paused = true, PausedUntil = now + Duration.FromDays(5) },
            "PAUSE" when !Left && !Stopped => at with
            {
                Paused = true,
                PausedUntil = (now.InZone(before.Profile.Zone()).Date + Period.FromDays(14)).AtStartOfDayInZone(before.Profile.Zone()).ToInstant(),
            },
            "resume" => at with { Paused = false },
            "withdraw" => at with { Left = true },
            _ => at,
        };
    }
}
