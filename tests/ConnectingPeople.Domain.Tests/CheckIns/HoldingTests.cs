using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Tests.Studies;
using static ConnectingPeople.Domain.Tests.FollowUps.Histories;

namespace ConnectingPeople.Domain.Tests.CheckIns;

/// <summary>Which answer holds. In the weekly questions the barrier is asked only where the goal is rated 1 or 2.</summary>
public sealed class HoldingTests
{
    private static readonly Questionnaire Questions = Shipped.Study.Questionnaires["weekly"];

    [Fact]
    public void What_an_interview_makes_pointless_is_kept_and_holds_again_when_it_is_worth_asking()
    {
        CheckIn stuck = Weekly(Answered("goal", "1"), Answered("barrier", "money", "money"));

        CheckIn moving = Holding.With(stuck, [Interviewed("goal", "3")], Questions);
        CheckIn stuckAgain = Holding.With(moving, [Interviewed("goal", "2")], Questions);

        Assert.Equal(["goal 3"], Holds(moving));
        Assert.Equal(["barrier money", "goal 1"], Kept(moving));
        Assert.Equal(["barrier money", "goal 2"], Holds(stuckAgain));
        Assert.Equal(["goal 1"], Kept(stuckAgain));
    }

    [Fact]
    public void An_answer_given_before_it_is_worth_asking_waits_for_that()
    {
        CheckIn early = Holding.With(Weekly(), [Interviewed("barrier", "travel")], Questions);

        Assert.Empty(Holds(early));
        Assert.Equal(["barrier travel"], Holds(Holding.With(early, [Interviewed("goal", "1")], Questions)).Where(answer => answer.StartsWith('b')));
    }

    [Fact]
    public void Each_side_has_one_answer_to_a_question_its_last()
    {
        CheckIn checkIn = Holding.With(Weekly(Answered("people", "4")), [Interviewed("people", "5")], Questions);
        checkIn = Holding.With(checkIn, [Answered("people", "6")], Questions);
        Assert.Equal(["people 5"], Holds(checkIn));
        checkIn = Holding.With(checkIn, [Interviewed("people", "7")], Questions);

        Assert.Equal(["people 7"], Holds(checkIn));
        Assert.Equal(["people 6"], Kept(checkIn));
    }

    [Fact]
    public void Before_the_interview_the_persons_own_answer_held()
    {
        CheckIn both = Holding.With(Weekly(Answered("people", "4")), [Interviewed("people", "5")], Questions);

        CheckIn before = Holding.Until(both, At("2026-01-09T10:59:59Z"), Questions);

        Assert.Equal(["people 4"], Holds(before));
        Assert.Empty(before.Overridden);
    }

    private static Answer Interviewed(string question, string value) =>
        new(question, AnswerOutcome.Answered, value, null, null, 1, At("2026-01-09T11:00:00Z"), AnswerSource.Interview);

    private static IEnumerable<string> Holds(CheckIn checkIn) => checkIn.Answers.Select(answer => $"{answer.Question} {answer.Value}").Order();

    private static IEnumerable<string> Kept(CheckIn checkIn) => checkIn.Overridden.Select(answer => $"{answer.Question} {answer.Value}").Order();
}
