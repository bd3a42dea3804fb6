using System.Net;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>An instance dies before or after each single call to storage of an erasure; whoever asks again carries on.</summary>
public sealed class ErasureCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task To_ask_again_finishes_an_erasure_that_was_cut_short_anywhere(bool after)
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        await app.AddStaffAsync();
        int crash = 0;
        for (bool crashed = true; crashed && crash < 60; crash++)
        {
            string phone = $"+447700900{200 + crash}";
            await app.TextAsync(phone, "Hello from Tobermory");
            string id = await app.EnrolAsync(phone, "Quillfeather Khan");
            await app.TextAsync(phone, "I met Hortensia");
            storage.Reset(crash, after);
            Answer first = await app.EraseAsync(id);
            crashed = storage.Crashed;
            storage.Reset();
            Answer half = await app.GetAsync("administrator", $"/api/participants/{id}");

            Answer again = await app.EraseAsync(id);

            Assert.Equal(crashed ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, first.Status);
            Assert.True(again.Status == HttpStatusCode.OK, again.Text);
            Assert.NotEqual("null", again.Json.GetProperty("completedAt").ToString());
            Assert.Equal(("erased", 1), (again.Json.GetProperty("status").GetString(), again.Json.GetProperty("removed").GetProperty("messages").GetInt32()));
            Assert.Equal(HttpStatusCode.OK, half.Status);
            Assert.Empty(await WholeStorage.FindAsync(app, new Needles("Quillfeather", phone, "Hortensia", "Tobermory")));
            Assert.Equal(["erasure", "participant"], (await app.RowsOfAsync(id, "")).Select(row => row.RowKey));
            Assert.All(await app.Storage.Contacts.QueryAsync<TableEntity>().ToListAsync(), row => Assert.Equal("forgotten", row.PartitionKey));
        }

        Assert.InRange(crash, 10, 59);
    }

    [Fact]
    public async Task From_the_first_stored_moment_on_nothing_is_sent_even_if_the_rest_never_comes()
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        string id = await app.EnrolAsync();
        for (int crash = 0; !await app.IsErasedAsync(id); crash++)
        {
            storage.Reset(crash, after: true);
            await app.EraseAsync(id);
            storage.Reset();
        }

        await app.AdvanceAsync("P14D", "P1D");

        Assert.Empty(app.Phones.Received(People.Amira));
        Answer half = await app.GetAsync("administrator", $"/api/participants/{id}");
        Assert.Equal("erasing", half.Json.GetProperty("erasure").GetProperty("status").GetString());
        Assert.Contains("This isn't finished", (await app.BrowseAsync("administrator", $"/participants/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_administrators_at_once_erase_once()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.EraseAsync(id)));

        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.OK, answer.Text));
        Assert.Single(answers.Select(answer => answer.Json.GetProperty("removed").ToString()).Distinct());
        Assert.DoesNotContain((await WholeStorage.FindAsync(app, new Needles(Zebedee.Traces))), place => !place.StartsWith("blob", StringComparison.Ordinal));
    }
}

internal static class ErasedPeople
{
    public static async Task<bool> IsErasedAsync(this App app, string id) =>
        (await app.GetAsync("administrator", $"/api/participants/{id}")).Text.Contains("\"erasure\"", StringComparison.Ordinal);
}
