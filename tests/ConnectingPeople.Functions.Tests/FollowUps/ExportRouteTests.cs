using System.IO.Compression;
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

        foreach (string path in (string[])
        [
            "/api/exports", $"/api/exports/{export}", .. new[] { "participants.csv", "participants.parquet", "datapackage.json", "report.html", "manifest.json", "all.zip" }.Select(file => $"/api/exports/{export}/{file}"),
        ])
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
            $"{first}/status.json", $"{first}/scan.json", $"{first}/ALL.ZIP", $"{first}/participants", $"{first}/{second}", $"{first}/..%2Fcurrent.json", $"{first}/..%2F{second}%2Fparticipants.csv", $"{first}/%2e%2e/{second}%2Fparticipants.csv",
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
    public async Task One_that_runs_says_how_far_it_is_and_answers_for_all_who_ask()
    {
        StorageObserver observer = new();
        await using App app = await SmallCohort.StartAsync(observer);
        TaskCompletionSource goOn = new();
        observer.Before = message => message.Request.Uri.Path.EndsWith("/answers.parquet", StringComparison.Ordinal) ? goOn.Task : Task.CompletedTask;

        Answer asked = await app.PostAsync("researcher", "/api/exports");
        await Deadline.UntilAsync(async () => (await app.GetAsync("researcher", asked.Location!)).Json is var told && told.GetProperty("percent").GetInt32() > 80);
        JsonElement running = (await app.GetAsync("researcher", asked.Location!)).Json;
        Answer again = await app.PostAsync("researcher", "/api/exports");
        HttpStatusCode early = (await app.GetAsync("researcher", $"{asked.Location}/participants.csv")).Status;
        goOn.SetResult();

        Assert.Equal(("running", "parquet"), (running.GetProperty("state").GetString(), running.GetProperty("stage").GetString()));
        Assert.InRange(running.GetProperty("rows").GetInt32(), 100, 300);
        Assert.Equal((HttpStatusCode.Accepted, asked.Location), (again.Status, again.Location));
        Assert.Equal(HttpStatusCode.NotFound, early);
        await Deadline.UntilAsync(async () => (await app.GetAsync("researcher", asked.Location!)).Json.GetProperty("state").GetString() == "complete");
        Assert.False((await app.GetAsync("researcher", asked.Location!)).Json.TryGetProperty("stage", out _));
    }

    [Fact]
    public async Task All_files_come_as_one_archive_each_as_it_comes_alone()
    {
        await using App app = await SmallCohort.StartAsync();
        string export = await app.ExportAsync();
        using Snapshot snapshot = await Snapshot.OfAsync(app, export);

        using HttpResponseMessage response = await app.DownloadAsync($"/api/exports/{export}/all.zip");

        Assert.Equal("application/zip", response.Content.Headers.ContentType!.ToString());
        Assert.Equal($"connecting-people-{export}.zip", response.Content.Headers.ContentDisposition!.FileName);
        using ZipArchive archive = new(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(snapshot.Files.Append("manifest.json"), archive.Entries.Select(entry => entry.FullName));
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream content = await entry.OpenAsync(TestContext.Current.CancellationToken);
            using MemoryStream unpacked = new();
            await content.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
            Assert.Equal(File.ReadAllBytes(snapshot.PathTo(entry.FullName)), unpacked.ToArray());
            Assert.Equal(new DateTime(2026, 3, 5, 11, 0, 0), entry.LastWriteTime.DateTime);
        }
    }

    [Fact]
    public async Task Words_that_are_withheld_are_in_no_file_until_they_are_released()
    {
        await using App app = await SmallCohort.StartAsync();
        string export = await app.ExportAsync();
        string[] withheld = ["free_text.csv", "free_text.parquet"];

        IReadOnlyList<string> before = await NamesInZipAsync(app, export);
        foreach (string file in withheld)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.GetAsync("researcher", $"/api/exports/{export}/{file}")).Status);
        }

        await app.PostAsync("administrator", $"/api/exports/{export}/release-free-text");

        IReadOnlyList<string> after = await NamesInZipAsync(app, export);
        Assert.Equal(withheld, after.Except(before));
        Assert.Empty(before.Except(after));
        using Snapshot snapshot = await Snapshot.OfAsync(app, export);
        using Duck duck = new(snapshot);
        Assert.Equal(1, duck.Count($"select * from {duck.Parquet("free_text")} where text = 'My neighbour''s dog'"));
    }

    [Theory]
    [InlineData("participants.csv", "text/csv; charset=utf-8")]
    [InlineData("participants.parquet", "application/vnd.apache.parquet")]
    [InlineData("datapackage.json", "application/json")]
    [InlineData("report.html", "text/html; charset=utf-8")]
    [InlineData("manifest.json", "application/json")]
    public async Task A_file_says_what_it_is_and_a_browser_runs_nothing_of_it(string file, string type)
    {
        await using App app = await App.StartAsync();
        string export = await app.ExportAsync();

        PageAnswer answer = await app.BrowseAsync("researcher", $"/api/exports/{export}/{file}");

        Assert.Equal((HttpStatusCode.OK, type), (answer.Status, answer.Header("Content-Type")));
        Assert.StartsWith("attachment", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_shown_when_asked_for_and_saved_otherwise()
    {
        await using App app = await SmallCohort.StartAsync();
        string export = await app.ExportAsync();

        PageAnswer shown = await app.BrowseAsync("researcher", $"/api/exports/{export}/report.html?view");
        PageAnswer saved = await app.BrowseAsync("researcher", $"/api/exports/{export}/report.html");
        PageAnswer other = await app.BrowseAsync("researcher", $"/api/exports/{export}/participants.csv?view");

        Assert.Equal(("text/html; charset=utf-8", null), (shown.Header("Content-Type"), shown.Header("Content-Disposition")));
        Assert.Contains("Connecting People", shown.Text, StringComparison.Ordinal);
        Assert.StartsWith("attachment", saved.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.StartsWith("attachment", other.Header("Content-Disposition"), StringComparison.Ordinal);
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

    private static async Task<IReadOnlyList<string>> NamesInZipAsync(App app, string export)
    {
        using ZipArchive archive = new(new MemoryStream(await app.BytesAsync(export, "all.zip")));
        return [.. archive.Entries.Select(entry => entry.FullName)];
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
