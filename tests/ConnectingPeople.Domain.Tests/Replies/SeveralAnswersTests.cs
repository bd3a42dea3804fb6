using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Replies;

/// <summary>Replies to a check-in that asks for feeling, people, new-person and anything-else, in this order.</summary>
public sealed class SeveralAnswersTests
{
    private static readonly string[] Order = ["feeling", "people", "new-person", "anything-else"];

    [Theory]
    [InlineData("4, 12, yes", "4|12|yes")]
    [InlineData("3 7 yes", "3|7|yes")]
    [InlineData("4\n2\nno", "4|2|no")]
    [InlineData("3 - 5 people - yes", "3|5|yes")]
    [InlineData("four, twelve, yes", "4|12|yes")]
    [InlineData("4; 0; n", "4|0|no")]
    [InlineData("4, 12", "4|12")]
    [InlineData("4. 3 friends. yes met a lady", "4|3|yes")]
    [InlineData("skip, 4, yes", "Skip|4|yes")]
    [InlineData("4, none, no", "4|0|no")]
    public void Answers_in_order_are_taken_in_order(string reply, string expected) => Assert.Equal(expected, Read("feeling", reply));

    [Theory]
    [InlineData("1 2")]
    [InlineData("1, 2")]
    [InlineData("3,4")]
    [InlineData("1, 4")]
    [InlineData("1, 3, 5")]
    [InlineData("5, 6")]
    [InlineData("5 6")]
    [InlineData("4 3 yes")]
    [InlineData("3 4 5")]
    [InlineData("7, 4, yes")]
    [InlineData("3, 2 of my friends came")]
    [InlineData("3/7/yes")]
    public void What_could_be_one_answer_in_two_minds_is_asked_again(string reply) => Assert.Equal("AskAgain", Read("feeling", reply));

    [Theory]
    [InlineData("4", "4")]
    [InlineData("4, went to the park, saw my mum", "4")]
    [InlineData("3, yes", "3")]
    [InlineData("4, lots, yes", "4")]
    public void One_answer_with_a_remark_stays_one_answer(string reply, string expected) => Assert.Equal(expected, Read("feeling", reply));

    [Fact]
    public void The_first_part_that_is_unclear_is_asked_again() => Assert.Equal("4|12|AskAgain", Read("feeling", "4, 12, maybe"));

    [Fact]
    public void A_text_question_takes_the_rest_in_its_own_words() =>
        Assert.Equal("4|12|yes|had a nice time, with Mum", Read("feeling", "4, 12, yes, had a nice time, with Mum"));

    [Fact]
    public void A_text_question_that_is_open_takes_everything() => Assert.Equal("4, 12, yes", Read("anything-else", "4, 12, yes"));

    [Fact]
    public void More_answers_than_questions_are_not_guessed_at() =>
        Assert.Equal("AskAgain", Read("feeling", "4, 12, 3", (question, _) => question.Id == "feeling" ? AskedQuestions.Get("people") : null));

    [Fact]
    public void A_question_that_an_answer_rules_out_is_passed_over()
    {
        Question? AfterNoPeople(Question question, Understanding answer) =>
            question.Id == "feeling" ? AskedQuestions.Get("people") : answer.Value == "0" ? AskedQuestions.Get("goal") : AskedQuestions.Get("new-person");

        Assert.Equal("4|0|3", Read("feeling", "4, nobody, getting there", AfterNoPeople));
    }

    [Fact]
    public void A_request_to_stop_among_answers_is_the_only_thing_heard() => Assert.Equal("OptOut", Read("feeling", "4, 12, yes STOP"));

    [Fact]
    public void Worry_is_told_with_the_first_answer()
    {
        IReadOnlyList<Understood> read = ReadingDefinition.Reader.ReadSeveral(AskedQuestions.Get("feeling"), "4, 12, no. i want to die", Next);

        Assert.Equal([true, false, false, false], read.Select(each => each.Understanding.Risk));
    }

    private static string Read(string open, string reply, Func<Question, Understanding, Question?>? next = null) =>
        string.Join('|', ReadingDefinition.Reader.ReadSeveral(AskedQuestions.Get(open), reply, next ?? Next)
            .Select(each => each.Understanding.Value ?? each.Understanding.Outcome.ToString()));

    private static Question? Next(Question question, Understanding answer) =>
        Array.IndexOf(Order, question.Id) + 1 is int place && place < Order.Length ? AskedQuestions.Get(Order[place]) : null;
}
