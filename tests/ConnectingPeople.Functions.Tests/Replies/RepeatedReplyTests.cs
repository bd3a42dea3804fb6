using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Replies;

/// <summary>A message is applied once for ever, whenever and however often it comes; STOP holds.</summary>
public sealed class RepeatedReplyTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Fact]
    public async Task The_same_message_again_gets_the_recorded_answer_and_changes_nothing()
    {
        (string phone, string id) = await AskedAsync();
        string sid = TwilioPosts.NewSid();
        string? first = (await app.TextAsync(phone, "3", sid)).Said();
        await app.TextAsync(phone, "4");
        JsonElement before = await app.PersonAsync(id);

        string? again = (await app.TextAsync(phone, "3", sid)).Said();
        string? changed = (await app.TextAsync(phone, "STOP", sid)).Said();

        Assert.StartsWith("How many", first, StringComparison.Ordinal);
        Assert.Equal((first, first), (again, changed));
        Assert.Equal(before.GetRawText(), (await app.PersonAsync(id)).GetRawText());
    }

    [Fact]
    public async Task Ten_of_the_same_at_once_are_one()
    {
        (string phone, string id) = await AskedAsync();
        string sid = TwilioPosts.NewSid();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.TextAsync(phone, "3", sid)));

        Assert.StartsWith("How many", Assert.Single(answers.Select(answer => answer.Said()).Distinct()), StringComparison.Ordinal);
        JsonElement person = await app.PersonAsync(id);
        Assert.Equal(["goal"], Answered(person));
        Assert.Single(person.GetProperty("timeline").EnumerateArray(), message => message.GetProperty("direction").GetString() == "in");
    }

    [Fact]
    public async Task Ten_different_at_once_are_all_kept()
    {
        (string phone, string id) = await AskedAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.TextAsync(phone, "3")));

        Assert.All(answers, answer => Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status));
        Assert.Equal(10, (await app.PersonAsync(id)).GetProperty("timeline").EnumerateArray().Count(message => message.GetProperty("direction").GetString() == "in"));
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("stopall")]
    [InlineData(" Unsubscribe. ")]
    [InlineData("please stop texting me")]
    [InlineData("STOP I want to end my life")]
    public async Task Stop_in_the_middle_holds_for_weeks_and_start_brings_them_back(string stop)
    {
        (string phone, string id) = await AskedAsync();
        await app.TextAsync(phone, "3");
        int sent = app.Taken(phone).Count;

        await app.Phones.TypeAsync(phone, stop);
        await app.GoToCheckInAsync();
        await app.Phones.TypeAsync(phone, "4");
        await app.Phones.TypeAsync(phone, "hello again");
        await app.GoToCheckInAsync();
        await app.AdvanceAsync("P8D", "PT12H");

        Assert.Equal(sent, app.Taken(phone).Count);
        Assert.Equal(["goal"], Answered(await app.PersonAsync(id)));
        Assert.Contains("opted-out", await app.AlertsAsync(id));
        await app.Phones.TypeAsync(phone, "START");
        Assert.Equal(sent, app.Taken(phone).Count);
        await app.GoToCheckInAsync();
        Assert.Equal(sent + 1, app.Taken(phone).Count);
    }

    [Fact]
    public async Task Stop_and_an_answer_at_the_same_moment_leave_the_person_opted_out()
    {
        for (int i = 0; i < 4; i++)
        {
            (string phone, string id) = await AskedAsync();

            await Task.WhenAll(((string[])["3", "STOP", "4", "5"]).Select(text => app.TextAsync(phone, text)));

            Assert.True((await app.PersonAsync(id)).GetProperty("participant").GetProperty("optedOut").GetBoolean());
        }
    }

    private static IEnumerable<string?> Answered(JsonElement person) => person.GetProperty("checkIns").EnumerateArray()
        .First(checkIn => checkIn.GetProperty("questionnaire").GetString() == "weekly")
        .GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("question").GetString());

    private async Task<(string Phone, string Id)> AskedAsync()
    {
        string phone = SharedApps.NewPhone();
        string id = await app.EnrolAsync(phone);
        await app.GoToCheckInAsync();
        Assert.Single(app.Phones.Received(phone));
        return (phone, id);
    }
}
