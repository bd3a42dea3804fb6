using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.FollowUps;

/// <summary>Answers of an interview before, in and after the window of nine months, 19 September to 18 November 2026.</summary>
public sealed class InterviewingTests
{
    private const string NineMonthId = "nine-month-2026-10-05";

    private static readonly WaveDefinition NineMonth = TheStudy.Waves.Single(wave => wave.Id == "nine-month");

    /// <summary>All fifteen answers.</summary>
    private static readonly Dictionary<string, InterviewValue?> All = TheStudy.Questionnaires["follow-up"].Questions
        .ToDictionary(question => question.Id, InterviewValue? (question) => InterviewAnswer.Read(question, [question switch
        {
            YesNoQuestion => "yes",
            ChoicesQuestion choices => choices.Options[0].Value,
            DateQuestion => "2026-08-01",
            TextQuestion => "My sister",
            _ => "3",
        }]).Value);

    [Fact]
    public void Early_answers_open_the_wave_and_the_agenda_asks_the_rest_when_it_is_due_and_not_before()
    {
        Participant amira = Take(Quiet(), "2026-08-01T10:00Z", ("advice", "4"), ("practical-help", "2")).Decision.Person;

        Participant opened = amira.Woken("2026-09-19T00:00Z");
        Decision due = Waking.Decide(opened, At("2026-10-05T10:00Z"), TheStudy);

        Assert.Equal(NineMonthId, Assert.Single(opened.CheckIns, open => open.Wave == "nine-month").Id);
        Assert.Null(opened.CheckIns.Single(open => open.Wave == "nine-month").SentAt);
        Assert.Contains("How easy is it to hear from people you know what goes on locally?", Assert.Single(due.Texts()), StringComparison.Ordinal);
    }

    [Fact]
    public void Early_answers_to_all_questions_complete_the_wave_and_nothing_is_ever_asked()
    {
        Interview interview = Take(Quiet(), "2026-08-01T10:00Z", All);
        Participant amira = interview.Decision.Assessed("2026-08-01T10:00Z").Person;

        Assert.Equal((CheckInStatus.Completed, At("2026-08-01T10:00Z")), (interview.Wave!.Status, interview.Wave.ClosedAt));
        foreach (string wake in (string[])["2026-09-19T00:00Z", "2026-10-05T10:00Z", "2026-10-07T11:00Z", "2026-11-19T00:00Z"])
        {
            Decision woken = Waking.Decide(amira, At(wake), TheStudy);
            Assert.DoesNotContain(woken.CheckIns, checkIn => checkIn.Wave == "nine-month");
            Assert.DoesNotContain(woken.Send, message => message.CheckIn == NineMonthId);
        }
    }

    [Fact]
    public void Late_answers_are_added_to_the_closed_wave_without_a_word_to_anybody()
    {
        CheckIn missed = Closed(CheckInStatus.Missed);

        Interview some = Take(Over(), "2026-12-24T10:00Z", missed, ("advice", "4"));
        Interview all = Interviewing.Take(new Decision(some.Decision.Person), NineMonth, some.Wave, All, At("2026-12-25T10:00Z"), TheStudy);

        Assert.Equal((CheckInStatus.Partial, null, missed.ClosedAt), (some.Wave!.Status, some.Wave.CompletedAt, some.Wave.ClosedAt));
        Assert.Equal((CheckInStatus.Completed, At("2026-12-25T10:00Z"), missed.ClosedAt), (all.Wave!.Status, all.Wave.CompletedAt, all.Wave.ClosedAt));
        Assert.DoesNotContain(all.Decision.Person.CheckIns, open => open.Wave == "nine-month");
        Assert.Null(all.Decision.Person.Talking);
        Assert.Empty(all.Decision.Send);
        Assert.False(WaveWindow.Of(NineMonth, all.Decision.Person.Profile).Holds(all.Wave));
    }

    [Fact]
    public void A_wave_whose_time_is_over_before_anybody_was_woken_closes_and_takes_the_answers_late()
    {
        Participant open = Quiet().Woken("2026-09-19T00:00Z");

        Interview late = Take(open, "2026-11-19T00:00Z", ("advice", "4"));

        Assert.Equal((CheckInStatus.Partial, At("2026-11-19T00:00Z")), (late.Wave!.Status, late.Wave.ClosedAt));
        Assert.DoesNotContain(late.Decision.Person.CheckIns, checkIn => checkIn.Wave == "nine-month");
    }

    [Fact]
    public void Late_answers_to_all_questions_close_the_alert_about_the_wave()
    {
        Participant told = Quiet().Woken("2026-09-19T00:00Z").Woken("2026-11-06T00:00Z").Woken("2026-11-19T00:00Z");
        Assert.Contains(told.Alerts, alert => alert.Rule == "wave-overdue");

        Decision late = Take(told, "2026-12-01T10:00Z", Closed(CheckInStatus.Missed), All).Decision.Assessed("2026-12-01T10:00Z");

        Assert.DoesNotContain(late.Person.Alerts, alert => alert.Rule == "wave-overdue");
    }

    [Fact]
    public void Where_a_form_says_otherwise_the_interview_holds_and_both_are_kept_whichever_came_first()
    {
        Participant open = Quiet().Woken("2026-09-19T00:00Z");
        Interview after = Take(Form(open, "advice", "2"), "2026-10-01T10:00Z", ("advice", "4"));
        Participant before = Take(open, "2026-10-01T10:00Z", ("advice", "4")).Decision.Person;
        CheckIn form = Form(before, "advice", "2").CheckIns.Single(checkIn => checkIn.Wave == "nine-month");

        foreach (CheckIn wave in (CheckIn[])[after.Wave!, form])
        {
            Assert.Equal(("4", AnswerSource.Interview), (wave.Answers.Single().Value, wave.Answers.Single().Source));
            Assert.Equal(("2", AnswerSource.EmailForm), (wave.Overridden.Single().Value, wave.Overridden.Single().Source));
        }
    }

    [Fact]
    public void In_the_form_people_see_what_they_answered_themselves()
    {
        Participant amira = Take(Form(Quiet().Woken("2026-09-19T00:00Z"), "advice", "2"), "2026-10-01T10:00Z", ("advice", "4")).Decision.Person;

        FormState form = FormState.Of(amira, amira.CheckIns.Single(checkIn => checkIn.Wave == "nine-month"), TheStudy);

        Assert.Equal("2", form.Find("advice")!.Answer!.Value);
    }

    [Fact]
    public void An_answer_that_says_what_holds_already_changes_nothing()
    {
        Participant amira = Form(Quiet().Woken("2026-09-19T00:00Z"), "advice", "2");
        Decision before = new(amira);

        Interview same = Interviewing.Take(before, NineMonth, null, Given(("advice", "2")), At("2026-10-01T10:00Z"), TheStudy);

        Assert.Equal(0, same.Changed);
        Assert.Same(before, same.Decision);
        Assert.Equal(AnswerSource.EmailForm, same.Wave!.Answers.Single().Source);
    }

    [Fact]
    public void Of_two_interviewers_the_later_word_counts_for_each_question_and_no_answer_is_lost()
    {
        Participant one = Take(Quiet(), "2026-10-01T10:00Z", ("advice", "4"), ("days", "2")).Decision.Person;

        CheckIn both = Take(one, "2026-10-01T10:01Z", ("advice", "1"), ("contacts", "7")).Wave!;

        Assert.Equal(["advice 1", "contacts 7", "days 2"], both.Answers.Select(answer => $"{answer.Question} {answer.Value}").Order());
        Assert.Empty(both.Overridden);
    }

    [Fact]
    public void What_a_text_could_not_make_clear_is_still_missing_and_an_interview_settles_it()
    {
        Participant open = Quiet().Woken("2026-09-19T00:00Z");
        CheckIn unclear = open.CheckIns.Single(checkIn => checkIn.Wave == "nine-month") with
        {
            Answers = [new Answer("advice", AnswerOutcome.NotUnderstood, null, null, "hm", 3, At("2026-10-05T10:05Z"))],
        };
        Assert.Contains("advice", Interviewing.Missing(unclear, TheStudy));

        CheckIn clear = Take(open.With(unclear), "2026-10-06T10:00Z", ("advice", "4")).Wave!;

        Assert.Equal("4", clear.Answers.Single().Value);
        Assert.Empty(clear.Overridden);
    }

    [Fact]
    public void Whoever_has_left_takes_no_more_answers()
    {
        Participant left = Pausing.Withdraw(new Decision(Quiet()), At("2026-09-01T10:00Z")).Person;

        Interview refused = Take(left, "2026-10-01T10:00Z", ("advice", "4"));

        Assert.Null(refused.Wave);
        Assert.Equal(left, refused.Decision.Person);
    }

    [Fact]
    public void A_closed_wave_that_is_not_given_is_no_reason_to_begin_it_again() =>
        Assert.Throws<ArgumentException>(() => Take(Over(), "2026-12-24T10:00Z", ("advice", "4")));

    [Fact]
    public void How_far_a_wave_is_can_be_told_before_in_and_after_it()
    {
        Participant open = Take(Quiet().Woken("2026-09-19T00:00Z"), "2026-10-01T10:00Z", ("advice", "4"), ("days", null)).Decision.Person;

        WaveProgress ahead = WaveProgress.Of(Quiet(), NineMonth, null, TheStudy);
        WaveProgress now = WaveProgress.Of(open, NineMonth, null, TheStudy);
        WaveProgress over = WaveProgress.Of(Over(), NineMonth, null, TheStudy);

        Assert.Equal((WaveState.NotOpen, null), (ahead.State, ahead.Settled));
        Assert.Equal((WaveState.Open, 2, 13), (now.State, now.Settled, now.Missing));
        Assert.Equal((WaveState.Missed, null), (over.State, over.Settled));
        Assert.Equal(15, WaveProgress.Of(Over(), NineMonth, Closed(CheckInStatus.Missed), TheStudy).Missing);
    }

    /// <summary>Amira in the summer, with her baseline behind her.</summary>
    private static Participant Quiet() => AParticipant().WithHandled("baseline", new LocalDate(2026, 1, 5)).WithHandled("weekly", new LocalDate(2026, 12, 31));

    /// <summary>Amira after her nine months were missed.</summary>
    private static Participant Over() => new Decision(Quiet().WithHandled("nine-month", new LocalDate(2026, 10, 5)))
        .With(Closed(CheckInStatus.Missed)).Assessed("2026-11-19T00:00Z").Person;

    private static CheckIn Closed(CheckInStatus status) => new()
    {
        Id = NineMonthId,
        Questionnaire = "follow-up",
        Version = 1,
        Wave = "nine-month",
        DueAt = At("2026-10-05T10:00Z"),
        SentAt = At("2026-10-05T10:00Z"),
        ClosesAt = At("2026-11-19T00:00Z"),
        ClosedAt = At("2026-11-19T00:00Z"),
        Question = "advice",
        Status = status,
    };

    private static Dictionary<string, InterviewValue?> Given(params (string Question, string? Value)[] answers) =>
        answers.ToDictionary(answer => answer.Question, answer => answer.Value is { } value ? new InterviewValue(value, null) : null);

    private static Interview Take(Participant person, string at, params (string Question, string? Value)[] answers) => Take(person, at, Given(answers));

    private static Interview Take(Participant person, string at, Dictionary<string, InterviewValue?> given) =>
        Interviewing.Take(new Decision(person), NineMonth, null, given, At(at), TheStudy);

    private static Interview Take(Participant person, string at, CheckIn closed, params (string Question, string? Value)[] answers) =>
        Take(person, at, closed, Given(answers));

    private static Interview Take(Participant person, string at, CheckIn closed, Dictionary<string, InterviewValue?> given) =>
        Interviewing.Take(new Decision(person), NineMonth, closed, given, At(at), TheStudy);

    private static Participant Form(Participant person, string question, string value) =>
        FormAnswering.Answer(new Decision(person), NineMonthId, question, [value], At("2026-10-01T12:00Z"), TheStudy).Decision.Person;
}
