using System.Globalization;
using System.Text.Json;

namespace ConnectingPeople.Local.Tests.Twilio;

/// <summary>Twilio's own client judges the stand-in.</summary>
public sealed class TwilioClientTests
{
    [Fact]
    public async Task It_sends_fetches_and_lists_a_message()
    {
        await using Table table = await Table.SetAsync();

        JsonElement[] answers = await table.TwilioAsync(
            ["create", new { to = Table.Amira, from = "+447700900000", body = "How are you today?" }],
            ["list", new { to = Table.Amira }]);

        Assert.Equal("queued", answers[0].GetProperty("status").GetString());
        Assert.Equal("outbound-api", answers[0].GetProperty("direction").GetString());
        Assert.Equal("1", answers[0].GetProperty("numSegments").GetString());
        Assert.StartsWith("SM", answers[0].GetProperty("sid").GetString(), StringComparison.Ordinal);
        Assert.Equal(["How are you today?"], Bodies(answers[1]));
        await table.Simulator.SettledAsync();
        JsonElement fetched = (await table.TwilioAsync(["fetch", answers[0].GetProperty("sid").GetString()!]))[0];
        Assert.Equal("delivered", fetched.GetProperty("status").GetString());
        Assert.Equal("2026-03-02T11:00:00.000Z", fetched.GetProperty("dateSent").GetString());
    }

    [Fact]
    public async Task It_reads_errors_with_their_codes()
    {
        await using Table table = await Table.SetAsync();

        JsonElement[] errors = await table.TwilioAsync(
            ["create", new { to = "", from = "+447700900000", body = "Hello" }],
            ["create", new { to = Table.Amira, body = "Hello" }],
            ["create", new { to = Table.Amira, from = "+447700900000" }],
            ["create", new { to = Table.Amira, from = "+447700900000", body = new string('a', 1601) }],
            ["create", new { to = Table.Amira, from = "+447700900555", body = "Hello" }],
            ["create", new { to = "07700 900001", from = "+447700900000", body = "Hello" }],
            ["create", new { to = "+442079460000", from = "+447700900000", body = "Hello" }],
            ["create", new { to = Table.Amira, from = "+447700900000", body = "Hello", statusCallback = "https://study.example.org/status" }],
            ["fetch", "SM00000000000000000000000000000000"]);

        Assert.Equal([21604, 21603, 21602, 21617, 21606, 21211, 21614, 21609, 20404], errors.Select(e => e.GetProperty("code").GetInt32()));
        Assert.Equal([400, 400, 400, 400, 400, 400, 400, 400, 404], errors.Select(e => e.GetProperty("status").GetInt32()));
        Assert.Equal("https://www.twilio.com/docs/errors/21604", errors[0].GetProperty("moreInfo").GetString());
        Assert.Empty(table.Simulator.Messages.All);
    }

    [Fact]
    public async Task It_is_refused_with_a_wrong_token()
    {
        await using Table table = await Table.SetAsync(new() { AuthToken = "another" });

        JsonElement error = (await table.TwilioAsync(["list", new { }]))[0];

        Assert.Equal((20003, 401), (error.GetProperty("code").GetInt32(), error.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task It_goes_through_all_pages_newest_first()
    {
        await using Table table = await Table.SetAsync();
        for (int i = 1; i <= 7; i++)
        {
            await table.SendAsync($"Message {i}");
        }

        JsonElement[] answers = await table.TwilioAsync(["list", new { pageSize = 3 }], ["list", new { pageSize = 3, limit = 4 }]);

        Assert.Equal(Enumerable.Range(1, 7).Reverse().Select(i => $"Message {i}"), Bodies(answers[0]));
        Assert.Equal(["Message 7", "Message 6", "Message 5", "Message 4"], Bodies(answers[1]));
    }

    [Fact]
    public async Task It_finds_messages_by_the_date_they_were_sent_in_the_studys_own_time()
    {
        await using Table table = await Table.SetAsync();
        foreach (int day in (int[])[2, 3, 4])
        {
            table.Study.Now = new DateTimeOffset(2026, 3, day, 23, 30, 0, TimeSpan.Zero);
            await table.SendAsync(day.ToString(CultureInfo.InvariantCulture));
            await table.Simulator.SettledAsync();
        }

        JsonElement[] answers = await table.TwilioAsync(
            ["list", new { dateSentAfter = "2026-03-03T23:30:00Z" }],
            ["list", new { dateSentBefore = "2026-03-03T23:29:59Z" }],
            ["list", new { dateSent = "2026-03-03T23:30:00Z" }]);

        Assert.Equal(["4", "3"], Bodies(answers[0]));
        Assert.Equal(["2"], Bodies(answers[1]));
        Assert.Equal(["3"], Bodies(answers[2]));
        Assert.Equal(["4", "3"], await ListAsync(table, "DateSent>=2026-03-03"));
        Assert.Equal(["3", "2"], await ListAsync(table, "DateSent<=2026-03-03"));
        Assert.Equal(["3"], await ListAsync(table, "DateSent=2026-03-03"));
    }

    [Fact]
    public async Task It_lists_what_people_wrote_and_what_they_were_answered()
    {
        await using Table table = await Table.SetAsync();
        table.Study.AnswersWith("Thank you, Amira");

        await table.Simulator.TypeAsync(Table.Amira, "3", TestContext.Current.CancellationToken);

        JsonElement list = (await table.TwilioAsync(["list", new { }]))[0];
        Assert.Equal(["outbound-reply", "inbound"], list.EnumerateArray().Select(message => message.GetProperty("direction").GetString()!));
        Assert.Equal(["delivered", "received"], list.EnumerateArray().Select(message => message.GetProperty("status").GetString()!));
    }

    private static IEnumerable<string> Bodies(JsonElement list) => list.EnumerateArray().Select(message => message.GetProperty("body").GetString()!);

    private static async Task<IEnumerable<string>> ListAsync(Table table, string query)
    {
        string url = $"/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json?{query}";
        string json = await table.Http.GetStringAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
        return [.. Bodies(JsonSerializer.Deserialize<JsonElement>(json).GetProperty("messages"))];
    }
}
