using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectingPeople.Simulator.Failures;

namespace ConnectingPeople.Local.Tests.Failures;

public sealed class FailureTests
{
    private const string Ben = "+447700900002";

    [Theory]
    [InlineData("429", 429, 20429)]
    [InlineData("500", 500, 20500)]
    [InlineData("503", 503, 20500)]
    [InlineData("21610", 400, 21610)]
    [InlineData("21211", 400, 21211)]
    [InlineData("21614", 400, 21614)]
    public async Task A_refused_send_leaves_no_message(string failure, int status, int code)
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Failures.Set(Table.Amira, Failure.Find(failure)!);

        HttpResponseMessage response = await table.SendAsync("How are you?");

        JsonElement error = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((status, code), ((int)response.StatusCode, error.GetProperty("code").GetInt32()));
        Assert.Empty(table.Simulator.Messages.All);
    }

    [Fact]
    public async Task Without_an_answer_the_message_is_still_accepted_listed_and_delivered()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Failures.Set(null, Failure.NoAnswer, times: 1);

        await Assert.ThrowsAsync<HttpRequestException>(() => table.SendWithCallbackAsync("How are you?"));

        await table.Simulator.SettledAsync();
        JsonElement list = (await table.TwilioAsync(["list", new { to = Table.Amira }]))[0];
        Assert.Equal("delivered", Assert.Single(list.EnumerateArray()).GetProperty("status").GetString());
        Assert.Equal(3, table.Study.Statuses.Count);
        Assert.Equal(["How are you?"], table.Simulator.Received(Table.Amira));
    }

    [Fact]
    public async Task It_ends_after_the_sends_it_was_set_for()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Failures.Set(null, Failure.TooManyRequests, times: 2);

        HttpStatusCode[] codes = [.. (await OneAfterAnotherAsync(table, Table.Amira, Ben, Table.Amira)).Select(response => response.StatusCode)];

        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.Created], codes);
    }

    [Fact]
    public async Task One_set_for_a_phone_lasts_until_cleared_and_goes_before_one_for_all()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Failures.Set(null, Failure.TooManyRequests);
        table.Simulator.Failures.Set(Ben, Failure.ServerError);

        HttpResponseMessage[] set = await OneAfterAnotherAsync(table, Ben, Ben, Table.Amira);
        table.Simulator.Failures.Clear(Ben);
        table.Simulator.Failures.Clear(null);
        HttpResponseMessage[] cleared = await OneAfterAnotherAsync(table, Ben, Table.Amira);

        Assert.Equal([500, 500, 429], set.Select(response => (int)response.StatusCode));
        Assert.Equal([201, 201], cleared.Select(response => (int)response.StatusCode));
    }

    private static async Task<HttpResponseMessage[]> OneAfterAnotherAsync(Table table, params string[] numbers)
    {
        List<HttpResponseMessage> responses = [];
        foreach (string number in numbers)
        {
            responses.Add(await table.SendAsync("How are you?", number));
        }

        return [.. responses];
    }
}
