using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.FollowUps;

public sealed class FreeTextReleaseTests
{
    private const string Words = "My neighbour Joan called,\n=and \"we\" talked";

    [Fact]
    public async Task Words_are_withheld_until_an_administrator_releases_them_to_that_export()
    {
        await using App app = await TalkedAsync();
        string export = await app.ExportAsync();
        byte[] manifest = await app.BytesAsync(export, "manifest.json");

        Answer refused = await app.GetAsync("researcher", $"/api/exports/{export}/free_text.csv");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains($"POST /api/exports/{export}/release-free-text", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Joan", refused.Text, StringComparison.Ordinal);

        Answer released = await app.PostAsync("administrator:ada@example.org", $"/api/exports/{export}/release-free-text");
        Assert.Equal((HttpStatusCode.OK, export), (released.Status, released.Json.GetProperty("id").GetString()));

        byte[] csv = await app.BytesAsync(export, "free_text.csv");
        var row = Assert.Single(Exporting.Rows(csv));
        Assert.Equal(("anything-else", "sms", Words), (row["question_id"], row["source"], row["text"]));
        JsonElement listed = JsonDocument.Parse(manifest).RootElement.GetProperty("files").EnumerateArray().Single(file => file.GetProperty("name").GetString() == "free_text.csv");
        Assert.Equal((1, Convert.ToHexStringLower(SHA256.HashData(csv))), (listed.GetProperty("rows").GetInt32(), listed.GetProperty("sha256").GetString()));
        Assert.Equal(manifest, await app.BytesAsync(export, "manifest.json"));
    }

    [Fact]
    public async Task A_release_is_for_one_export_and_the_first_who_released_stands()
    {
        await using App app = await TalkedAsync();
        string first = await app.ExportAsync();
        await app.AdvanceAsync("PT1H");
        string second = await app.ExportAsync();

        Answer released = await app.PostAsync("administrator:ada@example.org", $"/api/exports/{first}/release-free-text");
        await app.AdvanceAsync("PT1H");
        Answer again = await app.PostAsync("administrator:bob@example.org", $"/api/exports/{first}/release-free-text");

        Assert.Equal("ada@example.org", released.Json.GetProperty("releasedBy").GetString());
        Assert.Equal(released.Text, again.Text);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("researcher", $"/api/exports/{first}/free_text.csv")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.GetAsync("researcher", $"/api/exports/{second}/free_text.csv")).Status);
    }

    [Fact]
    public async Task Only_an_administrator_releases_and_only_a_researcher_has_the_file()
    {
        await using App app = await TalkedAsync();
        string export = await app.ExportAsync();

        foreach (string role in (string[])["researcher", "practitioner", "supervisor"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.PostAsync(role, $"/api/exports/{export}/release-free-text")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await app.GetAsync("researcher", $"/api/exports/{export}/free_text.csv")).Status);
        await app.PostAsync("administrator", $"/api/exports/{export}/release-free-text");
        foreach (string role in (string[])["administrator", "practitioner", "supervisor"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.GetAsync(role, $"/api/exports/{export}/free_text.csv")).Status);
        }

        using HttpResponseMessage release = await app.DownloadAsync($"/api/exports/{export}/free-text-release.json");
        Assert.Equal(HttpStatusCode.NotFound, release.StatusCode);
    }

    [Fact]
    public async Task There_is_nothing_to_release_where_no_export_is_complete()
    {
        await using App app = await App.StartAsync();

        foreach (string id in (string[])["20260305T110000Z", "current.json", "..%2F20260305T110000Z"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync("administrator", $"/api/exports/{id}/release-free-text")).Status);
        }
    }

    [Fact]
    public async Task A_file_without_words_is_withheld_from_nobody()
    {
        await using App app = await App.StartAsync();

        Assert.Empty(Exporting.Rows(await app.BytesAsync(await app.ExportAsync(), "free_text.csv")));
    }

    /// <summary>An app with somebody who answered a whole check-in, its last question in their own words.</summary>
    private static async Task<App> TalkedAsync()
    {
        App app = await App.StartAsync();
        await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        foreach (string reply in (string[])["3", "4", "yes", "no", "4", Words])
        {
            await app.Phones.TypeAsync(People.Amira, reply);
        }

        return app;
    }
}
