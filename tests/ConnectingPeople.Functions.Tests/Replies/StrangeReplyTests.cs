using System.Net;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Replies;

/// <summary>Whatever a phone can send is kept to the letter and answered kindly.</summary>
public sealed class StrangeReplyTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    public static TheoryData<string> Texts() =>
    [
        string.Concat(Enumerable.Repeat("so much to tell ", 100)),
        string.Concat(Enumerable.Repeat("😀", 800)),
        new string('ي', 1600),
        new string('\u0301', 1600),
        "🙂",
        "\u0001\u0002\u0007\u001B[31m",
        "\uFFFE\uFFFF",
        "\uD83D",
        "\uDE00 low first",
        "<Response/>&amp;]]>",
        "{{ name }} {% raw %}",
        "\uE000",
        "'; DROP TABLE participants; --",
        "=HYPERLINK(\"http://x\")",
        "\u202Eevil",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task It_is_kept_and_answered_with_the_question_again(string text)
    {
        (string phone, string id) = await AskedAsync();

        string? said = (await app.TextAsync(phone, text)).Said();

        Assert.Contains("Join the walking group", said, StringComparison.Ordinal);
        TableEntity heard = Assert.Single(await HeardAsync(id));
        Assert.Equal(text.Replace('\uD83D', '\uFFFD').Length, heard.GetString("Text").Length);
        Assert.StartsWith("How many", (await app.TextAsync(phone, "3")).Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("   \r\n ", 0)]
    [InlineData("", 1)]
    public async Task A_message_without_words_is_asked_for_words(string text, int pictures)
    {
        (string phone, string id) = await AskedAsync();
        Dictionary<string, string> form = TwilioPosts.Text(phone, text);
        form["NumMedia"] = $"{pictures}";
        form["MediaUrl0"] = "https://media.example/1";

        Assert.Contains("in words", (await app.PostSignedAsync(TwilioPosts.Messages, form)).Said(), StringComparison.Ordinal);

        Assert.Equal(pictures, Assert.Single(await HeardAsync(id)).GetInt32("Media"));
        Assert.StartsWith("How many", (await app.TextAsync(phone, "3")).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_with_words_is_an_answer()
    {
        (string phone, _) = await AskedAsync();
        Dictionary<string, string> form = new(TwilioPosts.Text(phone, "3")) { ["NumMedia"] = "1" };

        Assert.StartsWith("How many", (await app.PostSignedAsync(TwilioPosts.Messages, form)).Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('ي')]
    [InlineData('\u0007')]
    [InlineData('"')]
    public async Task Somebody_who_writes_at_great_length_is_heard_to_the_end(char letter)
    {
        (string phone, string id) = await AskedAsync();
        string text = new(letter, 1600);

        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.TextAsync(phone, text)).Status);
        }

        Assert.Contains("999", (await app.TextAsync(phone, "I want to end my life")).Said(), StringComparison.Ordinal);
        Assert.Equal(21, (await HeardAsync(id)).Count);
        Assert.Single(await app.RowsOfAsync(id, "alert|risk-phrase"));
    }

    [Fact]
    public async Task An_unknown_number_is_answered_once_and_kept_for_somebody_to_look_at()
    {
        string phone = SharedApps.NewPhone();
        int before = (await UnknownAsync(phone)).Count;
        string first = TwilioPosts.NewSid();

        string? answer = (await app.TextAsync(phone, "who is this?", first)).Said();
        Assert.Contains("don't know this number", answer, StringComparison.Ordinal);
        Assert.Equal(answer, (await app.TextAsync(phone, "who is this?", first)).Said());
        Assert.Null((await app.TextAsync(phone, "hello?")).Said());
        Assert.Contains("116 123", (await app.TextAsync(phone, "I want to die")).Said(), StringComparison.Ordinal);
        Assert.Contains("116 123", (await app.TextAsync(phone, "I'm going to kill myself")).Said(), StringComparison.Ordinal);
        Assert.Null((await app.TextAsync(phone, "ok")).Said());

        Assert.Equal(before + 5, (await UnknownAsync(phone)).Count);
        Assert.Equal(2, (await UnknownAsync(phone)).Count(row => row.GetBoolean("Risk") == true));
    }

    private async Task<(string Phone, string Id)> AskedAsync()
    {
        string phone = SharedApps.NewPhone();
        string id = await app.EnrolAsync(phone);
        await app.GoToCheckInAsync();
        Assert.Single(app.Phones.Received(phone));
        return (phone, id);
    }

    private async Task<List<TableEntity>> HeardAsync(string id) =>
        [.. (await app.RowsOfAsync(id, "message|")).Where(row => row.GetString("Direction") == "in")];

    private async Task<List<TableEntity>> UnknownAsync(string phone) =>
        [.. (await app.Services.GetRequiredService<UnknownNumbers>().RowsOfAsync(phone, CancellationToken.None))
            .Where(row => row.RowKey.StartsWith("unknown|", StringComparison.Ordinal))];
}
