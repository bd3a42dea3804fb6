using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.FollowUps;

public sealed class ExportStoryTests
{
    private static readonly string[] Datasets =
        ["participants", "check_ins", "answers", "follow_up", "goals", "social_contacts", "free_text", "alerts", "flow", "codebook"];

    private static readonly string[] Files =
        [.. Datasets.Select(name => $"{name}.csv"), .. Datasets.Select(name => $"{name}.parquet"), "datapackage.json", "report.html"];

    [Fact]
    public async Task What_a_person_did_stands_in_the_files()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        foreach (string reply in (string[])["3", "4", "yes", "no", "4", "My neighbour Joan called"])
        {
            await app.Phones.TypeAsync(People.Amira, reply);
        }

        string export = await app.ExportAsync();

        var person = Assert.Single(Exporting.Rows(await app.BytesAsync(export, "participants.csv")));
        Assert.Equal((id, "north", "nhs", "2026-01-05", "active"), (person["participant_id"], person["agency_id"], person["sector"], person["enrolled_on"], person["status"]));
        var checkIn = Exporting.Rows(await app.BytesAsync(export, "check_ins.csv")).Single(row => row["check_in_id"] == "weekly-2026-01-08");
        Assert.Equal(("completed", "6", "6", "2026-01-08T11:00:00Z"), (checkIn["status"], checkIn["questions"], checkIn["answered"], checkIn["sent_at"]));
        Assert.StartsWith("2026-01-08T11:", checkIn["delivered_at"], StringComparison.Ordinal);
        Assert.Equal(
            ["goal 3", "people 4", "new-person yes", "activity no", "connected 4", "anything-else "],
            Exporting.Rows(await app.BytesAsync(export, "answers.csv")).Select(row => $"{row["question_id"]} {row["value"]}"));
        var goal = Assert.Single(Exporting.Rows(await app.BytesAsync(export, "goals.csv")));
        Assert.Equal(("g1", "2026-01-05", "3"), (goal["goal_id"], goal["set_on"], goal["rating"]));
        var week = Assert.Single(Exporting.Rows(await app.BytesAsync(export, "social_contacts.csv")));
        Assert.Equal(("weekly-2026-01-08", "0", "4", "true", "false"), (week["check_in_id"], week["week"], week["people"], week["new_person"], week["activity"]));
        Assert.Equal(
            ["enrolled north not-assessed 1", "baseline north not-assessed 0", "nine-month-due north not-assessed 0", "nine-month north not-assessed 0", "withdrawn north not-assessed 0", "lost north not-assessed 0"],
            Exporting.Rows(await app.BytesAsync(export, "flow.csv")).Select(row => string.Join(' ', row.Values)));
    }

    [Fact]
    public async Task The_manifest_reconciles_with_files_and_storage()
    {
        await using App app = await App.StartAsync(now: "2026-03-05T11:00:00Z");
        for (uint i = 0; i < 40; i++)
        {
            await app.Participants().StoreAsync(i * 840_001, checkIns: (int)(i % 4));
        }

        string export = await app.ExportAsync();

        JsonElement manifest = await app.ManifestAsync(export);
        Assert.Equal(Files, manifest.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        Dictionary<string, byte[]> files = [];
        foreach (JsonElement file in manifest.GetProperty("files").EnumerateArray())
        {
            byte[] bytes = files[file.GetProperty("name").GetString()!] = await app.BytesAsync(export, file.GetProperty("name").GetString()!);
            Assert.Equal(bytes.Length, file.GetProperty("bytes").GetInt64());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
        }

        Assert.Equal(
            Datasets.Select(name => Exporting.Rows(files[$"{name}.csv"]).Count),
            manifest.GetProperty("files").EnumerateArray().Take(Datasets.Length).Select(file => file.GetProperty("rows").GetInt32()));

        List<TableEntity> stored = await app.Storage.Participants.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            stored.Where(row => row.RowKey == "participant").Select(row => row.PartitionKey).Order(StringComparer.Ordinal),
            Exporting.Rows(await app.BytesAsync(export, "participants.csv")).Select(row => row["participant_id"]));
        Assert.Equal(
            stored.Where(row => row.RowKey.StartsWith("check-in|", StringComparison.Ordinal)).Select(row => $"{row.PartitionKey} {row.RowKey[9..]}").Order(StringComparer.Ordinal),
            Exporting.Rows(await app.BytesAsync(export, "check_ins.csv")).Select(row => $"{row["participant_id"]} {row["check_in_id"]}"));
        Assert.Equal(60 * 6, Exporting.Rows(await app.BytesAsync(export, "answers.csv")).Count);
    }

    [Fact]
    public async Task Two_exports_of_one_cut_off_are_the_same_to_the_byte_but_for_the_manifests_id_and_time()
    {
        await using App app = await SmallCohort.StartAsync();

        using Snapshot first = await Snapshot.OfAsync(app, await app.ExportAsync());
        using Snapshot second = await Snapshot.OfAsync(app, await app.ExportAsync());

        Assert.Equal("20260305T110000Z-2", second.Manifest.GetProperty("id").GetString());
        Assert.Equal(first.Files, second.Files);
        foreach (string file in first.Files)
        {
            Assert.Equal(File.ReadAllBytes(first.PathTo(file)), File.ReadAllBytes(second.PathTo(file)));
        }

        string manifest = Encoding.UTF8.GetString(File.ReadAllBytes(second.PathTo("manifest.json")));
        Assert.Equal(
            File.ReadAllText(first.PathTo("manifest.json")),
            manifest.Replace("20260305T110000Z-2", "20260305T110000Z", StringComparison.Ordinal).Replace(
                second.Manifest.GetProperty("createdAt").GetString()!, first.Manifest.GetProperty("createdAt").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_study_without_participants_has_headers_only()
    {
        await using App app = await App.StartAsync();

        string export = await app.ExportAsync();

        Assert.Equal(
            "participant_id,goal_id,set_on,check_in_id,wave,rated_at,rating,label\r\n", Encoding.UTF8.GetString(await app.BytesAsync(export, "goals.csv")));
        using Snapshot snapshot = await Snapshot.OfAsync(app, export);
        using Duck duck = new(snapshot);
        foreach (string dataset in Datasets.SkipLast(1))
        {
            Assert.Empty(snapshot.Rows(dataset));
            Assert.Equal(duck.Types(dataset), duck.TypesInParquet(dataset));
            Assert.Equal(0, duck.Count($"select * from {duck.Parquet(dataset)}"));
        }
    }

    [Fact]
    public async Task Whoever_was_erased_or_never_enrolled_is_absent()
    {
        await using App app = await App.StartAsync(now: "2026-03-05T11:00:00Z");
        string stays = (await app.Participants().StoreAsync(1, checkIns: 2)).Text;
        string erased = (await app.Participants().StoreAsync(2, checkIns: 2)).Text;
        await app.Storage.Contacts.AddEntityAsync(new TableEntity("a number reserved by an enrolment that died", "contact"), TestContext.Current.CancellationToken);
        string before = await app.ExportAsync();
        foreach (TableEntity row in await app.RowsOfAsync(erased, ""))
        {
            await app.Storage.Participants.DeleteEntityAsync(row, cancellationToken: TestContext.Current.CancellationToken);
        }

        using Snapshot after = await Snapshot.OfAsync(app, await app.ExportAsync());

        Assert.Contains(erased, Encoding.UTF8.GetString(await app.BytesAsync(before, "answers.csv")), StringComparison.Ordinal);
        Assert.Equal([stays], after.Rows("participants").Select(row => row["participant_id"]));
        Assert.All(after.Files, file => Assert.DoesNotContain(erased, File.ReadAllText(after.PathTo(file)), StringComparison.Ordinal));
        Assert.Equal(0, after.Manifest.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_defused()
    {
        await using App app = await App.StartAsync();
        await app.Participants().StoreAsync(7, checkIns: 0, gender: "=HYPERLINK(\"http://evil.example\",\"a, b\")");

        string export = await app.ExportAsync();

        string csv = Encoding.UTF8.GetString(await app.BytesAsync(export, "participants.csv"));
        Assert.Contains(",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"a, b\"\")\",", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_named_and_the_others_are_taken()
    {
        await using App app = await App.StartAsync(now: "2026-03-05T11:00:00Z");
        string sound = (await app.Participants().StoreAsync(1, checkIns: 2)).Text;
        string lost = (await app.Participants().StoreAsync(2, checkIns: 1)).Text;
        TableClient table = app.Storage.Participants;
        await table.UpsertEntityAsync(new TableEntity(sound, "check-in|weekly-2026-01-08") { ["State"] = """{"id":"weekly-2026-01-08","secret":""" }, cancellationToken: TestContext.Current.CancellationToken);
        await table.UpsertEntityAsync(new TableEntity(sound, "message|m") { ["DeliveredAt"] = "tomorrow" }, cancellationToken: TestContext.Current.CancellationToken);
        await table.DeleteEntityAsync(lost, "participant", cancellationToken: TestContext.Current.CancellationToken);
        await table.UpsertEntityAsync(new TableEntity("stray", "participant") { ["State"] = "{}" }, cancellationToken: TestContext.Current.CancellationToken);

        string export = await app.ExportAsync();

        Assert.Equal(
            new[] { $"{sound} check-in|weekly-2026-01-08", $"{sound} message|m", $"{lost} participant", "stray participant" }.Order(StringComparer.Ordinal),
            (await app.ManifestAsync(export)).GetProperty("problems").EnumerateArray()
                .Select(problem => $"{problem.GetProperty("participantId").GetString()} {problem.GetProperty("rowKey").GetString()}"));
        Assert.Equal([sound], Exporting.Rows(await app.BytesAsync(export, "participants.csv")).Select(row => row["participant_id"]));
        Assert.Equal(["weekly-2026-01-01"], Exporting.Rows(await app.BytesAsync(export, "check_ins.csv")).Select(row => row["check_in_id"]));
    }
}
