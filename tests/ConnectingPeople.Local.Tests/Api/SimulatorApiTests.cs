using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ConnectingPeople.Local.Tests.Api;

/// <summary>What a script outside the process can do.</summary>
public sealed class SimulatorApiTests
{
    [Fact]
    public async Task A_script_names_a_phone_types_on_it_and_reads_the_thread()
    {
        await using Table table = await Table.SetAsync();
        table.Study.AnswersWith("Thank you, Amira.");

        await PutAsync(table, $"/simulator/api/phones/{Table.Amira}", new { name = "Amira", behaviour = "engaged" });
        await PostAsync(table, $"/simulator/api/phones/{Table.Amira}/texts", new { text = "Hello" });
        await PostAsync(table, "/simulator/api/settled", new { });

        JsonElement shown = await GetAsync(table, $"/simulator/api/phones/{Table.Amira}");
        Assert.Equal(("Amira", "engaged"), (shown.GetProperty("phone").GetProperty("name").GetString(), shown.GetProperty("phone").GetProperty("behaviour").GetString()));
        Assert.Equal(["Hello", "Thank you, Amira."], shown.GetProperty("thread").EnumerateArray().Select(text => text.GetProperty("body").GetString()!));
        Assert.Equal("2026-03-02T11:00:00Z", shown.GetProperty("thread")[0].GetProperty("at").GetString());
    }

    [Fact]
    public async Task A_script_sends_a_lost_text_again()
    {
        await using Table table = await Table.SetAsync();
        table.Study.StatusCode = 503;
        JsonElement lost = await PostAsync(table, $"/simulator/api/phones/{Table.Amira}/texts", new { text = "Hello" });

        table.Study.StatusCode = 200;
        JsonElement taken = await PostAsync(table, $"/simulator/api/texts/{lost.GetProperty("sid").GetString()}/again", new { });

        Assert.Equal("not delivered to the study: 503", lost.GetProperty("trouble").GetString());
        Assert.Equal(JsonValueKind.Null, taken.GetProperty("trouble").ValueKind);
    }

    [Fact]
    public async Task A_script_makes_sends_fail_and_arrive_again()
    {
        await using Table table = await Table.SetAsync();

        await PostAsync(table, "/simulator/api/failures", new { to = Table.Amira, failure = "503", times = 5 });
        HttpResponseMessage failed = await table.SendAsync("Hello");
        JsonElement planned = await GetAsync(table, "/simulator/api/failures");
        await table.Http.DeleteAsync(new Uri($"/simulator/api/failures?to={Uri.EscapeDataString(Table.Amira)}", UriKind.Relative), TestContext.Current.CancellationToken);
        HttpResponseMessage sent = await table.SendAsync("Hello");

        Assert.Equal((503, 201), ((int)failed.StatusCode, (int)sent.StatusCode));
        Assert.Equal(4, Assert.Single(planned.EnumerateArray()).GetProperty("times").GetInt32());
    }

    [Fact]
    public async Task A_script_switches_the_providers_opt_out_off()
    {
        await using Table table = await Table.SetAsync();

        await PutAsync(table, "/simulator/api/opt-out", new { handled = false });

        Assert.False(table.Simulator.OptOuts.Handled);
        Assert.False((await GetAsync(table, "/simulator/api/opt-out")).GetProperty("handled").GetBoolean());
    }

    [Fact]
    public async Task A_mistake_is_answered_with_what_to_do()
    {
        await using Table table = await Table.SetAsync();

        HttpResponseMessage number = await table.Http.PostAsJsonAsync("/simulator/api/phones/amira/texts", new { text = "Hello" }, TestContext.Current.CancellationToken);
        HttpResponseMessage failure = await table.Http.PostAsJsonAsync("/simulator/api/failures", new { failure = "sulking" }, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (number.StatusCode, failure.StatusCode));
        Assert.Contains("+447700900001", await number.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("no-answer", await failure.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> GetAsync(Table table, string path) =>
        await table.Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    private static async Task PutAsync(Table table, string path, object body) =>
        (await table.Http.PutAsJsonAsync(path, body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    private static async Task<JsonElement> PostAsync(Table table, string path, object body)
    {
        HttpResponseMessage response = (await table.Http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
