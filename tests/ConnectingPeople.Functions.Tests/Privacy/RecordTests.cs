using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Alerts;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>Somebody asks what is held about them, and gets all of it, to read and as a file.</summary>
public sealed class RecordTests(Browser browser)
{
    [Fact]
    public async Task Every_row_that_is_stored_about_a_person_stands_in_it_once_with_all_its_columns()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);
        await app.Storage.Participants.AddEntityAsync(new TableEntity(id, "something-new|1") { ["Colour"] = "green" });

        JsonElement record = (await app.GetAsync("administrator", $"/api/participants/{id}/record")).Json;

        JsonElement[] entries = [.. record.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("entries").EnumerateArray())];
        List<TableEntity> rows = await app.RowsOfAsync(id, "");
        Assert.Equal(
            rows.Select(row => row.RowKey).Order(),
            entries.Select(entry => entry.GetProperty("key").GetString()!).Where(key => !key.StartsWith("contacts/", StringComparison.Ordinal)
                && !key.StartsWith("agencies/", StringComparison.Ordinal) && !key.StartsWith("agenda/", StringComparison.Ordinal)).Order());
        foreach (TableEntity row in rows)
        {
            JsonElement stored = entries.Single(entry => entry.GetProperty("key").GetString() == row.RowKey).GetProperty("stored");
            Assert.Equal(
                row.Keys.Except(["odata.etag", "Timestamp", "PartitionKey", "RowKey"]).Where(column => row[column] is not null).Order(),
                stored.EnumerateObject().Select(column => column.Name).Order());
        }
    }

    [Fact]
    public async Task It_tells_who_they_are_what_was_said_what_was_understood_and_who_was_told()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);

        Answer json = await app.GetAsync("administrator", $"/api/participants/{id}/record");
        PageAnswer html = await app.BrowseAsync("administrator", $"/api/participants/{id}/record?format=html");

        string page = WebUtility.HtmlDecode(html.Text);
        Assert.All(Zebedee.Traces, trace => Assert.Contains(trace, json.Text, StringComparison.Ordinal));
        Assert.All(Zebedee.Traces, trace => Assert.Contains(trace, page, StringComparison.Ordinal));
        Assert.All(
            (string[])["Hi Zebedée, Connecting People.", "getting there (you wrote: 3)", $"{Team.Pat} was told by email on ", "said on ", "words that may mean danger"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("aes256gcm.", json.Text + page, StringComparison.Ordinal);
        Assert.DoesNotContain("\uE000", page[..page.IndexOf("As it is stored", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal("no-store", html.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_browser_gets_the_page_and_a_program_the_file()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        using HttpRequestMessage asked = new(HttpMethod.Get, $"/api/participants/{id}/record");
        asked.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        asked.Headers.Authorization = new("Bearer", "local-administrator");

        using HttpResponseMessage page = await app.Http.SendAsync(asked, TestContext.Current.CancellationToken);
        PageAnswer file = await app.BrowseAsync("administrator", $"/api/participants/{id}/record");

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("application/json", file.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await app.BrowseAsync(null, $"/api/participants/{id}/record?format=html")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("administrator", "/api/participants/CP-000000/record")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync("administrator", "/api/participants/CP-000000/record?format=html")).Status);
    }

    [Fact]
    public async Task Of_somebody_who_was_erased_it_tells_just_that_and_what_was_kept()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);
        await app.EraseAsync(id);

        Answer record = await app.GetAsync("administrator", $"/api/participants/{id}/record");

        Assert.Equal(
            ["Your part in the study", "Your check-ins and answers", "That you were erased"],
            record.Json.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("title").GetString()));
        Assert.Empty(new Needles(Zebedee.Traces).In(record.Text));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Phone)]
    [InlineData(Browser.Desk)]
    public async Task The_page_breaks_no_rule_of_wcag_22_aa(int width)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);

        IPage page = await browser.OpenAsync(app, "administrator", $"/participants/{id}", width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Everything held about them" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("What we hold about you");
        Assert.Empty(await Browser.FaultsAsync(page));
    }
}
