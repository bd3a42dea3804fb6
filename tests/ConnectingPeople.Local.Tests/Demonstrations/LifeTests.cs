using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Local.Launcher.Demonstrations;
using ConnectingPeople.Simulator.Cohort;
using NodaTime;
using CohortPlan = ConnectingPeople.Local.Launcher.Demonstrations.Cohort;

namespace ConnectingPeople.Local.Tests.Demonstrations;

/// <summary>Somebody of a cohort at their phone.</summary>
public sealed class LifeTests
{
    private const string People = "How many different people did you spend time with in the last 7 days? Just send a number. 0 is fine too.";

    private static readonly LocalDate Enrolled = new(2026, 1, 5);
    private static readonly QuestionBook Book = new(ShippedStudy.Study);
    private static readonly Person Somebody = CohortPlan.Draw(CohortSize.Pilot, seed: 1).Who.People.First(person =>
        person.Enrolment is { Language: "en-GB", Email: null } && person.Course is { Ending: Ending.Stays, AnswersNineMonthsAlone: true });

    [Fact]
    public void Keen_people_answer_almost_always_and_others_seldom()
    {
        Assert.InRange(AnsweredOf100(Somebody.Course! with { Keenness = 0.95 }), 85, 100);
        Assert.InRange(AnsweredOf100(Somebody.Course! with { Keenness = 0.3 }), 15, 45);
    }

    [Fact]
    public void Who_opts_out_sends_stop_once_when_they_are_asked_the_next_time()
    {
        Life life = Living(Somebody.Course! with { Ending = Ending.OptsOut, EndsOn = 30, Keenness = 1 });

        Assert.NotEqual("STOP", life.ToText(People, Week(3))?.Text);
        Assert.Equal(new Reply("STOP"), life.ToText(People, Week(5)));
        Assert.Null(life.ToText(People, Week(6)));
    }

    [Fact]
    public void Who_falls_silent_says_nothing_more()
    {
        Life life = Living(Somebody.Course! with { Ending = Ending.FallsSilent, EndsOn = 30, Keenness = 1 });

        Assert.All(Enumerable.Range(5, 40), week => Assert.Null(life.ToText(People, Week(week))));
    }

    [Fact]
    public void A_reminder_moves_some_who_put_the_question_away()
    {
        Life life = Living(Somebody.Course! with { Keenness = 0.8 });
        int[] putAway = [.. Enumerable.Range(0, 100).Where(week => life.ToText(People, Week(week)) is null && life.ToText(People, Week(week) + Duration.FromDays(1)) is not null)];

        Assert.InRange(putAway.Length, 5, 30);
    }

    [Fact]
    public void Something_worrying_is_said_once_where_words_are_asked_for()
    {
        Life life = Living(Somebody.Course! with { CrisisOn = 20, CallOn = null, Keenness = 1 });
        string question = "Last one. Is there anything you would like to tell us about your week? Send SKIP if not.";

        string?[] said = [.. Enumerable.Range(0, 20).Select(week => life.ToText(question, Week(week))?.Text)];

        Assert.DoesNotContain("I can't cope any more, I don't want to be here", said[..2]);
        Assert.Single(said, "I can't cope any more, I don't want to be here");
    }

    [Fact]
    public void An_interviewer_hears_an_answer_to_every_question_of_the_wave()
    {
        Questionnaire followUp = ShippedStudy.Study.Questionnaires["follow-up"];

        IReadOnlyDictionary<string, object?> told = Living(Somebody.Course!).ToInterviewer(followUp, "baseline", Week(1));

        Assert.Equal(followUp.Questions.Select(question => question.Id), told.Keys);
        Assert.IsAssignableFrom<IReadOnlyList<string>>(told["places"]);
    }

    private static int AnsweredOf100(Course course)
    {
        Life life = Living(course);
        foreach (int week in Enumerable.Range(0, 100))
        {
            _ = life.ToText(People, Week(week)) ?? life.ToText(People, Week(week) + Duration.FromDays(1));
        }

        Assert.Equal(100, life.Count.Asked);
        return life.Count.Answered;
    }

    private static Life Living(Course course) => new(Somebody with { Course = course }, seed: 1, Book, Enrolled);

    /// <summary>The check-in of a week after enrolment.</summary>
    private static Instant Week(int week) =>
        Enrolled.Next(Enum.Parse<IsoDayOfWeek>(Somebody.Enrolment.CheckInDay!, ignoreCase: true)).PlusWeeks(week).At(new LocalTime(11, 0)).InUtc().ToInstant();
}
