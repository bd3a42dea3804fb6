using System.Text;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.Participants;

/// <summary>Participants of every shape, whether or not a decision could lead there.</summary>
public static class AnyState
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char[' ', '~'], 0, 30],
        Gen.String.Select(any => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(any))),
        Gen.OneOf("", "I'm \"fine\"", "C:\\new", "Hi \uE000!\n\nTick ☐", "naïve £5 <b>&amp;</b> + 👩‍👩‍👧 \u2028\u007F\u0000", new string('é', 3000)));

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Gen.Const((string?)null), Text.Select(text => (string?)text));

    private static readonly Gen<Instant> Time = Gen.Long[1, 4_000_000_000].SelectMany(seconds =>
        Gen.OneOf(Gen.Const(0L), Gen.Long[0, 9_999_999], Gen.Long[0, 9].Select(tenths => tenths * 1_000_000))
            .Select(ticks => Instant.FromUnixTimeSeconds(seconds).PlusTicks(ticks)));

    private static readonly Gen<Instant?> MaybeTime = Maybe(Time);

    private static readonly Gen<LocalDate> Day = Gen.Int[1, 3_000_000].Select(days => new LocalDate(1, 1, 1).PlusDays(days));

    private static readonly Gen<int> Count = Gen.OneOf(Gen.Const(0), Gen.Int[0, 12], Gen.Int[0, int.MaxValue]);

    private static readonly Gen<Answer> Answers = Gen.Select(
        Gen.Select(Text, Any<AnswerOutcome>(), MaybeText, MaybeText),
        Gen.Select(MaybeText, Count, Time, Any<AnswerSource>()),
        (what, how) => new Answer(what.Item1, what.Item2, what.Item3, what.Item4, how.Item1, how.Item2, how.Item3, how.Item4));

    private static readonly Gen<Outgoing> Messages = Gen.Select(
        Gen.Select(Text, Text, Text, MaybeText), Gen.Select(Time, Time, MaybeTime, Time), Count,
        (what, when, tries) => new Outgoing
        {
            Id = what.Item1,
            CheckIn = what.Item2,
            Text = what.Item3,
            Subject = what.Item4,
            DecidedAt = when.Item1,
            ExpiresAt = when.Item2,
            ClaimedAt = when.Item3,
            LookAt = when.Item4,
            Tries = tries,
        });

    private static readonly Gen<AlertStep> Steps = Gen.Select(
        Any<AlertAct>(), Time, MaybeText, MaybeText, (act, at, who, what) => new AlertStep(act, at, who, what));

    private static readonly Gen<Alert> Alerts = Gen.Select(
        Gen.Select(Text, Text, Text, Any<Severity>()), Gen.Select(Time, MaybeTime, MaybeTime), Gen.Select(Any<AlertState>(), Any<Audience>(), Steps.List[0, 3]),
        (what, when, how) => new Alert
        {
            Id = what.Item1,
            Rule = what.Item2,
            Summary = what.Item3,
            Severity = what.Item4,
            RaisedAt = when.Item1,
            TellAt = when.Item2,
            EscalatesAt = when.Item3,
            State = how.Item1,
            Audience = how.Item2,
            Steps = how.Item3,
        });

    private static readonly Gen<Goal> Goals = Gen.Select(Text, Text, Day, MaybeTime, (id, text, day, rated) => new Goal(id, text, day, rated));

    private static readonly Gen<Profile> Profiles = Gen.Select(
        Gen.Select(Text, Text, Any<ClientGroup>(), MaybeText, MaybeText, Any<Channel>()),
        Gen.Select(Text, Text, Day, Text, Time, Gen.Bool),
        Gen.Select(Maybe(Any<IsoDayOfWeek>()), Maybe(Gen.Int[0, 86_399].Select(LocalTime.FromSecondsSinceMidnight))),
        (who, where, hours) => new Profile
        {
            AgencyId = who.Item1,
            Practitioner = who.Item2,
            ClientGroup = who.Item3,
            AgeBand = who.Item4,
            Gender = who.Item5,
            Channel = who.Item6,
            Language = where.Item1,
            TimeZone = where.Item2,
            Consent = new Consent(where.Item3, where.Item4, where.Item6),
            EnrolledAt = where.Item5,
            CheckInDay = hours.Item1,
            CheckInTime = hours.Item2,
        });

    public static Gen<CheckIn> CheckIns { get; } = Gen.Select(
        Gen.Select(Text, Text, Gen.Int[1, 99], MaybeText, MaybeText),
        Gen.Select(Time, MaybeTime, Time, MaybeTime, MaybeTime, MaybeTime, MaybeTime, MaybeTime),
        Gen.Select(Any<CheckInStatus>(), Count, Gen.Bool, Gen.Bool, Gen.Select(MaybeText, MaybeText), Count, Gen.Select(Answers.List[0, 4], Answers.List[0, 2])),
        (what, when, how) => new CheckIn
        {
            Id = what.Item1,
            Questionnaire = what.Item2,
            Version = what.Item3,
            Wave = what.Item4,
            Goal = what.Item5,
            DueAt = when.Item1,
            TalksUntil = when.Item2 ?? default,
            ClosesAt = when.Item3,
            SentAt = when.Item4,
            LastWordAt = when.Item5,
            FirstReplyAt = when.Item6,
            CompletedAt = when.Item7,
            ClosedAt = when.Item8,
            Status = how.Item1,
            Reminders = how.Item2,
            Quiet = how.Item3,
            Undelivered = how.Item4,
            Question = how.Item5.Item1,
            Texted = how.Item5.Item2,
            Misunderstood = how.Item6,
            Answers = how.Item7.Item1,
            Overridden = how.Item7.Item2,
        });

    public static Gen<Participant> Participants { get; } = Gen.Select(
        Gen.Select(Gen.UInt.Select(ParticipantId.From), Profiles, Any<Status>(), MaybeTime, MaybeTime, Any<OptIn>(), MaybeText),
        Gen.Select(Goals.List[0, 3], Count, CheckIns.List[0, 3], MaybeText, Gen.Dictionary(Text, Day)[0, 3]),
        Gen.Select(Maybe(Gen.Select(Day, Count)), Messages.List[0, 3], Maybe(Day), Gen.Dictionary(Text, Text)[0, 3], MaybeTime),
        Gen.Select(Alerts.List[0, 2], Gen.Dictionary(Text, Text)[0, 3], Text, MaybeTime, MaybeTime, MaybeTime),
        (who, course, around, watch) => new Participant
        {
            Id = who.Item1,
            Profile = who.Item2,
            Status = who.Item3,
            StatusAt = who.Item4 ?? default,
            PausedUntil = who.Item5,
            OptIn = who.Item6,
            Unreachable = who.Item7,
            Goals = course.Item1,
            GoalsEver = course.Item2,
            CheckIns = course.Item3,
            Talking = course.Item4,
            Handled = course.Item5,
            Sent = around.Item1 is { } sent ? new DayCount(sent.Item1, sent.Item2) : default,
            Outbox = around.Item2,
            NotedOn = around.Item3,
            Raised = around.Item4,
            WakesAt = around.Item5,
            Alerts = watch.Item1,
            Causes = watch.Item2,
            Past = new PastCheckIns(watch.Item3),
            HeardAt = watch.Item4,
            NamelessSince = watch.Item5,
            ErasedAt = watch.Item6,
        });

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : struct => Gen.OneOf(Gen.Const((T?)null), some.Select(value => (T?)value));

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Enum<T>();
}
