using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Tests.Support;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.CheckIns;

/// <summary>What holds after any sequence of events: wake-ups, replies, provider's answers, pauses, leaving.</summary>
public sealed class AnyCourseTests
{
    private const int Courses = 3_000;

    [Fact]
    public void Nobody_is_ever_written_to_outside_sending_hours_after_STOP_in_a_pause_or_after_withdrawal() =>
        Course.Any.Sample(
            course =>
            {
                foreach (Happening happening in course.Play())
                {
                    foreach (Outgoing message in happening.Decision.Send)
                    {
                        LocalDateTime local = happening.At.InZone(happening.Before.Profile.Zone()).LocalDateTime;
                        Assert.InRange(local.TimeOfDay, new LocalTime(9, 0), new LocalTime(20, 0).PlusTicks(-1));
                        Assert.False(happening.Wishes.Stopped, $"after STOP: {message.Id}");
                        Assert.False(happening.Wishes.Paused, $"in a pause: {message.Id}");
                        Assert.False(happening.Wishes.Left, $"after withdrawal: {message.Id}");
                    }
                }
            },
            iter: Courses);

    [Fact]
    public void No_message_is_claimed_twice_unless_the_provider_said_that_it_was_not_taken() =>
        Course.Any.Sample(
            course =>
            {
                HashSet<string> with = [];
                foreach (Happening happening in course.Play())
                {
                    foreach (Outgoing message in happening.Decision.Send)
                    {
                        Assert.True(with.Add(message.Id) || happening.What == "retry", $"claimed twice: {message.Id}");
                    }
                }
            },
            iter: Courses);

    [Fact]
    public void No_more_than_the_days_number_goes_to_anybody() =>
        Course.Any.Sample(
            course =>
            {
                IEnumerable<IGrouping<LocalDate, Outgoing>> days = course.Play()
                    .SelectMany(happening => happening.Decision.Send.Where(message => message.Tries == 1)
                        .Select(message => (happening.At.InZone(happening.Before.Profile.Zone()).Date, message)))
                    .GroupBy(sent => sent.Date, sent => sent.message);
                Assert.All(days, day => Assert.InRange(day.Count(), 1, TheStudy.Sending.MaxPerDay));
            },
            iter: Courses);

    [Fact]
    public void Waking_twice_at_one_instant_is_waking_once() =>
        Course.Any.Sample(
            course =>
            {
                foreach (Happening happening in course.Play().Where(happening => happening.What is "wake" or "sleep"))
                {
                    Decision again = Waking.Decide(happening.Decision.Person, happening.At, TheStudy).AssessedAndTold(happening.At);
                    Assert.Empty(again.Send);
                    Assert.Empty(again.CheckIns);
                    Assert.Equal(happening.Decision.Person, again.Person);
                }
            },
            iter: Courses);

    [Fact]
    public void A_person_is_woken_again_whenever_something_can_still_fall_due() =>
        Course.Any.Sample(
            course =>
            {
                foreach (Happening happening in course.Play())
                {
                    Instant? next = Waking.Next(happening.Decision with { Send = [] }, happening.At, TheStudy);
                    Participant person = happening.Decision.Person;
                    bool mayFallDue = person.Status != Status.Withdrawn && (person.MayBeWrittenTo || person.PausedUntil is not null || person.CheckIns.Count > 0);
                    Assert.True(next > happening.At || (next is null && !mayFallDue), $"{next} at {happening.At}");
                }
            },
            iter: Courses);

    [Fact]
    public void Sleeping_until_the_next_wake_up_misses_nothing() =>
        Course.Any.Sample(
            course =>
            {
                Happening last = course.Play().Last();
                Participant person = Waking.Decide(last.Decision.Person with { Outbox = [] }, last.At, TheStudy).AssessedAndTold(last.At).Person with { Outbox = [] };
                if (Waking.Next(new Decision(person), last.At, TheStudy) is not { } next)
                {
                    return;
                }

                for (Instant between = last.At; between < next; between += Duration.FromMinutes(37))
                {
                    Decision early = Waking.Decide(person, between, TheStudy);
                    Assert.Empty(early.Send);
                    Assert.True(early.CheckIns.Count == 0 || between >= next, $"something fell due at {between}, the wake-up is at {next}");
                    if (next - between > Duration.FromDays(3))
                    {
                        between = next - Duration.FromDays(3);
                    }
                }
            },
            iter: 500);

    [Fact]
    public void Only_START_or_recorded_consent_undoes_an_opt_out() =>
        Course.Any.Sample(
            course =>
            {
                foreach (Happening happening in course.Play().Where(happening => happening.Before.OptIn == OptIn.Out && happening.Decision.Person.OptIn == OptIn.In))
                {
                    Assert.Contains(happening.What, (string[])["START", "unstop", "consent"]);
                }
            },
            iter: Courses);

    [Fact]
    public void Nobody_is_asked_by_text_message_what_they_have_answered_and_no_answer_is_lost_to_a_text_message() =>
        Course.Any.Sample(
            course =>
            {
                foreach (Happening happening in course.Play())
                {
                    foreach (CheckIn after in happening.Decision.Person.CheckIns)
                    {
                        Assert.True(after.Answers.Select(answer => answer.Question).Distinct().Count() == after.Answers.Count, $"answered twice in {after.Id}");
                        Assert.DoesNotContain(after.Answers, answer => answer.Question == after.Question);
                        CheckIn? before = happening.Before.CheckIns.FirstOrDefault(checkIn => checkIn.Id == after.Id);
                        bool isForm = happening.What.StartsWith("form", StringComparison.Ordinal) || happening.What.StartsWith("interview", StringComparison.Ordinal);
                        Assert.True(isForm || before is null || before.Answers.All(after.Answers.Contains), $"{happening.What} changed what was answered in {after.Id}");
                        Assert.True(
                            before is null || before.Answers.Where(answer => answer.Source == AnswerSource.Interview).All(after.Answers.Contains),
                            $"{happening.What} overrode an interview in {after.Id}");
                        IEnumerable<Answer> news = after.Answers.Except(before?.Answers ?? []);
                        Assert.True(
                            isForm || before is null || !news.Any() || news.First().Question == before.Texted,
                            $"{happening.What} was taken for the answer to {news.FirstOrDefault()?.Question}, which nobody had put");
                    }

                    Assert.All(happening.Decision.Send, message => Assert.Equal(
                        course.Channel == Channel.Email && !message.Id.Contains(".late-", StringComparison.Ordinal) ? Way.Email : Way.Sms, message.Way));
                }
            },
            iter: Courses);

    [Fact]
    public void The_courses_reach_what_the_rules_are_about()
    {
        Dictionary<string, int> seen = [];
        Course.Any.Sample(
            course =>
            {
                lock (seen)
                {
                    foreach (Happening happening in course.Play())
                    {
                        Count(happening.Decision.Send.Count > 0, "sent");
                        Count(happening.Decision.Send.Any(message => message.Id.Contains(".remind.", StringComparison.Ordinal)), "reminded");
                        Count(happening.Decision.Send.Any(message => message.Tries > 1), "tried again");
                        Count(happening.Decision.CheckIns.Any(checkIn => checkIn.Status == CheckInStatus.Completed), "completed");
                        Count(happening.Decision.CheckIns.Any(checkIn => checkIn.Status == CheckInStatus.Partial), "partial");
                        Count(happening.Decision.CheckIns.Any(checkIn => checkIn.Status == CheckInStatus.Cancelled), "cancelled");
                        Count(happening.Wishes is { Stopped: true } && happening.What is "wake" or "sleep", "woken after STOP");
                        Count(happening.Wishes.Paused && happening.What is "wake" or "sleep", "woken in a pause");
                        Count(happening.Decision.Alerts.Count > 0, "alerted");
                        Count(happening.Decision.Send.Any(message => message.Way == Way.Email), "emailed");
                        Count(happening.What == "form next" && happening.Decision.CheckIns.Any(checkIn => checkIn.Status == CheckInStatus.Completed), "form finished");
                        Count(happening.Before.Conversation is { Texted: { } texted, Question: { } waits } && texted != waits && happening.Decision.Heard is not null, "overtaken");
                    }
                }
            },
            iter: 2_000,
            threads: 1);

        Assert.All(
            ["sent", "reminded", "tried again", "completed", "partial", "cancelled", "woken after STOP", "woken in a pause", "alerted", "emailed", "form finished", "overtaken"],
            what => Assert.True(seen.GetValueOrDefault(what) >= 20, $"{what}: {seen.GetValueOrDefault(what)} times"));

        void Count(bool yes, string what) => seen[what] = seen.GetValueOrDefault(what) + (yes ? 1 : 0);
    }
}
