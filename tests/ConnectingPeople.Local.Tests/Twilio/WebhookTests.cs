using System.Text.Json;
using ConnectingPeople.Simulator.Twilio;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Local.Tests.Twilio;

public sealed class WebhookTests
{
    [Fact]
    public async Task A_typed_text_reaches_the_study_and_its_answer_the_phone()
    {
        await using Table table = await Table.SetAsync();
        table.Study.AnswersWith("Who did you see? <Reply> & rest");

        TwilioMessage typed = await table.Simulator.TypeAsync(Table.Amira, "£3 & a café", TestContext.Current.CancellationToken);

        IReadOnlyDictionary<string, string> form = Assert.Single(table.Study.Webhooks).Form;
        Assert.Equal(
            (typed.Sid, typed.Sid, "£3 & a café", Table.Amira, "+447700900000", "0", "1"),
            (form["MessageSid"], form["SmsSid"], form["Body"], form["From"], form["To"], form["NumMedia"], form["NumSegments"]));
        Assert.Equal(["Who did you see? <Reply> & rest"], table.Simulator.Received(Table.Amira));
    }

    [Fact]
    public async Task Every_message_of_an_answer_appears_in_order()
    {
        await using Table table = await Table.SetAsync();
        table.Study.Answer = _ => "<?xml version=\"1.0\"?><Response><Message><Body>One</Body></Message><Message>Two</Message></Response>";

        await table.Simulator.TypeAsync(Table.Amira, "Hello", TestContext.Current.CancellationToken);

        Assert.Equal(["One", "Two"], table.Simulator.Received(Table.Amira));
    }

    [Fact]
    public async Task Twilios_own_check_accepts_what_is_signed_and_refuses_one_changed_byte()
    {
        await using Table table = await Table.SetAsync();
        await table.Simulator.TypeAsync(Table.Amira, "I'm fine – 3 ✓", TestContext.Current.CancellationToken);
        await table.SendWithCallbackAsync("How are you?");
        await table.Simulator.SettledAsync();
        Heard[] signed = [table.Study.Webhooks[0], .. table.Study.Statuses];

        JsonElement verdicts = await Judge.AskAsync("twilio-signature.js", new
        {
            authToken = "local-development-only-token-0000",
            requests = signed.Select(request => Request(request, request.Form))
                .Concat(signed.Select(request => Request(request, new Dictionary<string, string>(request.Form) { ["From"] = request.Form["From"][..^1] + "9" }))),
        });

        Assert.Equal([true, true, true, true, false, false, false, false], verdicts.EnumerateArray().Select(verdict => verdict.GetBoolean()));
    }

    [Fact]
    public async Task A_text_the_study_did_not_take_says_so_and_can_be_sent_again_under_the_same_id()
    {
        await using Table table = await Table.SetAsync();
        table.Study.StatusCode = 503;
        TwilioMessage refused = await table.Simulator.TypeAsync(Table.Amira, "3", TestContext.Current.CancellationToken);

        table.Study.StatusCode = 200;
        TwilioMessage? taken = await table.Simulator.SendAgainAsync(refused.Sid, TestContext.Current.CancellationToken);

        Assert.Equal("not delivered to the study: 503", refused.Trouble);
        Assert.Null(taken!.Trouble);
        Assert.Equal([refused.Sid, refused.Sid], table.Study.Webhooks.Select(webhook => webhook.Form["MessageSid"]));
        Assert.Single(table.Simulator.Messages.All);
    }

    [Fact]
    public async Task A_study_that_is_away_is_told_apart_from_one_that_refuses()
    {
        await using Table table = await Table.SetAsync();
        await table.Study.DisposeAsync();

        TwilioMessage typed = await table.Simulator.TypeAsync(Table.Amira, "3", TestContext.Current.CancellationToken);

        Assert.Equal("not delivered to the study: no answer", typed.Trouble);
    }

    [Theory]
    [InlineData("{}", "12100: the answer isn't well-formed XML")]
    [InlineData("<html/>", "12200: the answer isn't TwiML")]
    public async Task An_answer_that_is_no_twiml_is_reported_as_twilio_would(string answer, string trouble)
    {
        await using Table table = await Table.SetAsync();
        table.Study.Answer = _ => answer;

        TwilioMessage typed = await table.Simulator.TypeAsync(Table.Amira, "3", TestContext.Current.CancellationToken);

        Assert.Equal(trouble, typed.Trouble);
    }

    private static object Request(Heard heard, IReadOnlyDictionary<string, string> form) => new { heard.Signature, url = heard.Url.OriginalString, form };
}
