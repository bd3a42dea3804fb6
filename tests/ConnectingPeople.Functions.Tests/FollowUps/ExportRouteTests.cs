using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.FollowUps;

public sealed class ExportRouteTests
{
    [Fact]
    public async Task Only_researchers_get_at_exports()
    {
        await using App app = await App.StartAsync();
        string export = await app.ExportAsync();

        foreach (string path in (string[])["/api/exports", $"/api/exports/{export}", $"/api/exports/{export}/participants.csv"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.GetAsync(null, path)).Status);
            foreach (string role in (string[])["practitioner", "supervisor", "administrator"])
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await app.GetAsync(role, path)).Status);
            }
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.PostAsync(null, "/api/exports")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostAsync("administrator", "/api/exports")).Status);
    }

    [Fact]
    public async Task Only_files_of_the_manifest_are_handed_out()
    {
        await using App app = await App.StartAsync();
        string first = await app.ExportAsync();
        string second = await app.ExportAsync();

        foreach (string path in (string[])
        [
            $"{first}/status.json", $"{first}/..%2Fcurrent.json", $"{first}/..%2F{second}%2Fparticipants.csv", $"{first}/%2e%2e/{second}%2Fparticipants.csv",
            $"{first}/..%5C{second}%5Cparticipants.csv", $"{first}/PARTICIPANTS.CSV", $"{first}/participants.csv%00", $"..%2F{first}/participants.csv",
            "current.json", "20260305T110000Z", "20260305T110000Z/manifest.json", $"{first}%2Fparticipants.csv",
        ])
        {
            using HttpResponseMessage response = await app.DownloadAsync($"/api/exports/{path}");
            Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_file_comes_as_a_download_with_its_length_and_tag()
    {
        await using App app = await App.StartAsync();
        string export = await app.ExportAsync();
        JsonElement listed = (await app.GetAsync("researcher", $"/api/exports/{export}")).Json.GetProperty("files").EnumerateArray()
            .Single(file => file.GetProperty("name").GetString() == "codebook.csv");

        using HttpResponseMessage response = await app.DownloadAsync($"/api/exports/{export}/codebook.csv");

        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(listed.GetProperty("bytes").GetInt64(), response.Content.Headers.ContentLength);
        Assert.Equal($"\"{listed.GetProperty("sha256").GetString()}\"", response.Headers.ETag!.Tag);
        Assert.Equal(("attachment", "codebook.csv"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName));
    }

    [Fact]
    public async Task Two_who_ask_at_once_share_one_export()
    {
        await using App app = await App.StartAsync();

        Answer[] asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.PostAsync("researcher", "/api/exports")));

        Assert.Single(asked.Select(answer => answer.Location).Distinct());
    }

    [Fact]
    public async Task The_list_names_the_newest_first()
    {
        await using App app = await App.StartAsync();
        string first = await app.ExportAsync();
        await app.AdvanceAsync("PT1H");
        string second = await app.ExportAsync();

        JsonElement list = (await app.GetAsync("researcher", "/api/exports")).Json;

        Assert.Equal([second, first], list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(["complete", "complete"], list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("state").GetString()));
        Assert.Equal([first], (await app.GetAsync("researcher", $"/api/exports?after={second}")).Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Each_night_makes_an_export_and_old_ones_go()
    {
        await using App app = await App.StartAsync();

        await app.AdvanceAsync("P33D", "P1D");

        JsonElement items = (await app.GetAsync("researcher", "/api/exports")).Json.GetProperty("items");
        Assert.Equal(30, items.GetArrayLength());
        Assert.All(items.EnumerateArray(), item => Assert.Equal("complete", item.GetProperty("state").GetString()));
        Assert.StartsWith("20260207T", items[0].GetProperty("id").GetString(), StringComparison.Ordinal);
    }
}
