using ConnectingPeople.Simulator.Cohort;

namespace ConnectingPeople.Local.Tests.Cohort;

public sealed class AnswersTests
{
    [Theory]
    [InlineData("How are you feeling today, from 1 (very low) to 5 (very good)?", "1 2 3 4 5")]
    [InlineData("Reply 1 to 5. 1 = not at all, 5 = very.", "1 2 3 4 5")]
    [InlineData("On a scale of 0-10, how confident do you feel?", "0 1 2 3 4 5 6 7 8 9 10")]
    [InlineData("Where are you with it?\n1 Not started\n2 A first step\n3 Getting there\n4 Done", "1 2 3 4")]
    [InlineData("What helped most? 1) Friends 2) Family 3) A group", "1 2 3")]
    [InlineData("Which? 1=home, 2=library", "1 2")]
    [InlineData("How many people did you meet this week?", "0 1 2 3 4")]
    [InlineData("Did you go out this week?", "Yes yes Yeah No")]
    [InlineData("Would you like a call? Reply yes or no.", "Yes yes Yeah No")]
    public void They_fit_the_form_of_the_question(string question, string fitting)
    {
        string[] answers = [.. Enumerable.Range(1, 400).Select(n => Answers.To(question, new Chance(1, "+447700900001", n))).Distinct()];

        Assert.Equal(fitting.Split(' ').Distinct().Order(), answers.Order());
    }

    [Theory]
    [InlineData("What did you do this week? Tell us in your own words.", true)]
    [InlineData("From 1 to 5, how are you.", true)]
    [InlineData("Thank you, that's all for this week.", false)]
    [InlineData("You have successfully been unsubscribed.", false)]
    [InlineData("If you need help now, call Samaritans on 116 123.", false)]
    [InlineData("Welcome. You'll hear from us on Monday at 11:00.", false)]
    public void A_question_is_told_from_other_texts(string text, bool asked) => Assert.Equal(asked, Answers.IsAsked(text));
}
