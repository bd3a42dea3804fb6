using System.Net.Http.Json;
using System.Text.Json;

namespace ConnectingPeople.Local.Tests.Twilio;

public sealed class OptOutTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData(" stop ")]
    [InlineData("StopAll")]
    [InlineData("UNSUBSCRIBE")]
    [InlineData("cancel")]
    [InlineData("End")]
    [InlineData("quit")]
    [InlineData("REVOKE")]
    [InlineData("optout")]
    public async Task A_standard_word_blocks_the_number_until_start(string word)
    {
        await using Table table = await Table.SetAsync();

        await table.Simulator.TypeAsync(Table.Amira, word, TestContext.Current.CancellationToken);
        int whileBlocked = await CodeAsync(await table.SendAsync("How are you?"));
        await table.Simulator.TypeAsync(Table.Amira, "Start", TestContext.Current.CancellationToken);
        int afterwards = await CodeAsync(await table.SendAsync("How are you?"));

        Assert.Equal((21610, 0), (whileBlocked, afterwards));
        Assert.Equal(["STOP", "START"], table.Study.Webhooks.Select(webhook => webhook.Form["OptOutType"]));
        Assert.StartsWith("You have successfully been unsubscribed", table.Simulator.Received(Table.Amira)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I want to stop smoking")]
    [InlineData("please stop texting me")]
    [InlineData("stop.")]
    public async Task Any_other_text_is_the_studys_to_understand(string text)
    {
        await using Table table = await Table.SetAsync();

        await table.Simulator.TypeAsync(Table.Amira, text, TestContext.Current.CancellationToken);

        Assert.Equal(0, await CodeAsync(await table.SendAsync("How are you?")));
        Assert.False(table.Study.Webhooks[0].Form.ContainsKey("OptOutType"));
    }

    [Fact]
    public async Task The_studys_own_reply_to_stop_reaches_nobody()
    {
        await using Table table = await Table.SetAsync();
        table.Study.AnswersWith("Goodbye!");

        await table.Simulator.TypeAsync(Table.Amira, "STOP", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("Goodbye!", table.Simulator.Received(Table.Amira));
        Assert.Equal(21610, table.Simulator.Messages.All[^1].ErrorCode);
    }

    [Fact]
    public async Task A_stop_the_study_missed_is_still_a_stop_when_sent_again()
    {
        await using Table table = await Table.SetAsync();
        string sid = (await table.Simulator.TypeAsync(Table.Amira, "STOP", TestContext.Current.CancellationToken)).Sid;

        await table.Simulator.SendAgainAsync(sid, TestContext.Current.CancellationToken);

        Assert.Equal(["STOP", "STOP"], table.Study.Webhooks.Select(webhook => webhook.Form["OptOutType"]));
        Assert.Single(table.Simulator.Received(Table.Amira));
    }

    [Fact]
    public async Task Switched_off_a_stop_is_an_ordinary_text()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.OptOuts.Handled = false;
        table.Study.AnswersWith("Goodbye!");

        await table.Simulator.TypeAsync(Table.Amira, "STOP", TestContext.Current.CancellationToken);

        Assert.Equal(["Goodbye!"], table.Simulator.Received(Table.Amira));
        Assert.Equal(0, await CodeAsync(await table.SendAsync("How are you?")));
    }

    private static async Task<int> CodeAsync(HttpResponseMessage response) =>
        response.IsSuccessStatusCode
            ? 0
            : (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetInt32();
}
