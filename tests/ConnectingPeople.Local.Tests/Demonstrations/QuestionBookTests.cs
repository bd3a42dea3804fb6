using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Local.Launcher.Demonstrations;

namespace ConnectingPeople.Local.Tests.Demonstrations;

/// <summary>How a person of a cohort knows what a text asks.</summary>
public sealed class QuestionBookTests
{
    private static readonly GoalCourse[] Goals =
        [new("Learn to cook with my neighbours and then with everybody", 0, 100), new("Sing in the community choir", 50, 100)];

    private static readonly QuestionBook Book = new(ShippedStudy.Study);

    public static TheoryData<string> Languages => [.. ShippedStudy.Study.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_question_is_known_by_its_words_within_a_greeting_or_a_reminder(string language)
    {
        foreach (Questionnaire questionnaire in ShippedStudy.Study.Questionnaires.Values)
        {
            foreach (Question question in questionnaire.Questions)
            {
                string asked = question.Text.In(language, new TextValues("Dawn", GoalText.Shorten(Goals[1].Text)));
                string[] texts =
                [
                    asked,
                    questionnaire.Open(language, new TextValues("Dawn", Question: asked, Link: "http://localhost/check-in/x")),
                    ShippedStudy.Study.Messages.Reminder.In(language, new TextValues("Dawn", Question: asked)),
                ];

                Assert.All(texts, text => Assert.Equal((question, question.AboutGoal ? Goals[1] : null), Book.In(text, language, Goals)));
            }
        }
    }

    [Fact]
    public void A_long_goal_is_known_by_its_beginning() =>
        Assert.Equal(Goals[0], Book.In(GoalText.Shorten(Goals[0].Text) is var goal ? $"How is \"{goal}\" going?\n1 not started\n2 a first step\n3 getting there\n4 done" : "", "en-GB", Goals)?.Goal);

    [Fact]
    public void Thanks_and_signposting_ask_nothing()
    {
        Assert.Null(Book.In(ShippedStudy.Study.Messages.Thanks.In("en-GB", new TextValues("Dawn")), "en-GB", Goals));
        Assert.Null(Book.In(ShippedStudy.Study.Messages.Signposting.In("en-GB", new TextValues("Dawn")), "en-GB", Goals));
    }
}
