using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Replies;

public sealed class KeywordTests
{
    [Theory]
    [InlineData("STOP", true)]
    [InlineData(" stop ", true)]
    [InlineData("Unsubscribe", true)]
    [InlineData("START", true)]
    [InlineData("help", true)]
    [InlineData("stop.", false)]
    [InlineData("stop please", false)]
    [InlineData("sotp", false)]
    [InlineData("please stop texting me", false)]
    [InlineData("pause", false)]
    [InlineData("i need help", false)]
    public void The_carrier_answers_only_its_own_words_alone(string reply, bool carrier) =>
        Assert.Equal(carrier, ReadingDefinition.Reader.Read(AskedQuestions.Get("feeling"), reply).IsCarrierWord);

    [Fact]
    public void A_definition_must_list_the_words_on_which_the_carrier_blocks() =>
        Assert.Equal(["END", "REVOKE"], Keywords.MissingFrom(["stop", "StopAll", "UNSUBSCRIBE", "CANCEL", "QUIT", "OPTOUT", "bye"]));

    [Fact]
    public void A_keyword_of_the_study_works_as_the_built_in_ones()
    {
        Keywords welsh = new(["STOPIO", "DIM MWY"], ["CYCHWYN"], ["CYMORTH"], ["SAIB"], ["FFONIWCH FI"]);
        ReplyReader reader = new(welsh, ReadingDefinition.Risk);

        Assert.Equal(ReplyOutcome.OptOut, reader.Read(AskedQuestions.Get("feeling"), "dim mwy!").Outcome);
        Assert.Equal(ReplyOutcome.CallMe, reader.Read(AskedQuestions.Get("feeling"), "Ffoniwch fi please").Outcome);
    }

    [Theory]
    [InlineData("How many days did you go out?", "3 days", "3")]
    [InlineData("How many people did you see?", "3 days", null)]
    [InlineData("How many groups did you go to?", "went to 2 groups", "2")]
    public void A_thing_that_the_question_asks_for_may_be_counted(string asked, string reply, string? value) =>
        Assert.Equal(value, ReadingDefinition.Reader.Read(new CountQuestion(0, 99) { Id = "q", Text = MessageText.Plain(asked) }, reply).Value);

    [Fact]
    public void An_answer_carries_its_label()
    {
        Understanding understanding = ReadingDefinition.Reader.Read(AskedQuestions.Get("goal"), "3");

        Assert.Equal(("3", "getting there"), (understanding.Value, understanding.Label));
    }
}
