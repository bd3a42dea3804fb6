using ConnectingPeople.Domain.Replies;

namespace ConnectingPeople.Domain.Tests.Replies;

public sealed class LabelledReplyTests
{
    public static TheoryData<string, string, string, string, string> Labelled => Rows("labelled-replies.csv");

    public static TheoryData<string, string, string, string, string> More => Rows("more-replies.csv");

    [Theory]
    [MemberData(nameof(Labelled))]
    public void A_labelled_reply_is_understood(string question, string reply, string outcome, string value, string risk) =>
        Assert.Equal((outcome, value, risk), Read(question, reply));

    [Theory]
    [MemberData(nameof(More))]
    public void A_reply_of_the_same_kinds_is_understood(string question, string reply, string outcome, string value, string risk) =>
        Assert.Equal((outcome, value, risk), Read(question, reply));

    private static (string Outcome, string Value, string Risk) Read(string question, string reply)
    {
        Understanding understanding = ReadingDefinition.Reader.Read(AskedQuestions.Get(question), reply);
        return (Name(understanding.Outcome), understanding.Value ?? "", understanding.Risk ? "yes" : "no");
    }

    private static string Name(ReplyOutcome outcome) => outcome switch
    {
        ReplyOutcome.Answer => "answer",
        ReplyOutcome.AskAgain => "ask-again",
        ReplyOutcome.Skip => "skip",
        ReplyOutcome.OptOut => "opt-out",
        ReplyOutcome.OptIn => "opt-in",
        ReplyOutcome.Help => "help",
        ReplyOutcome.Pause => "pause",
        ReplyOutcome.CallMe => "call-me",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static TheoryData<string, string, string, string, string> Rows(string file)
    {
        TheoryData<string, string, string, string, string> rows = [];
        foreach (LabelledReply row in LabelledReplies.In(file))
        {
            rows.Add(row.Question, row.Reply, row.Outcome, row.Value, row.Risk);
        }

        return rows;
    }
}
