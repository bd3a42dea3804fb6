using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>DuckDB and Frictionless Data's own library read the files as analysts' tools do.</summary>
public sealed class OutsideJudgesTests
{
    [Fact]
    public async Task Every_Parquet_file_holds_the_rows_and_types_of_its_CSV()
    {
        await using App app = await SmallCohort.StartAsync();
        using Snapshot snapshot = await Snapshot.OfAsync(app, await app.ExportAsync());
        using Duck duck = new(snapshot);

        Assert.NotEmpty(snapshot.Datasets);
        foreach (string dataset in snapshot.Datasets)
        {
            (string csv, string parquet) = (duck.Csv(dataset), duck.Parquet(dataset));
            Assert.Equal(duck.Types(dataset), duck.TypesInParquet(dataset));
            Assert.Equal(0, duck.Count($"select * from {csv} except all select * from {parquet}"));
            Assert.Equal(0, duck.Count($"select * from {parquet} except all select * from {csv}"));
            Assert.Equal(snapshot.Rows(dataset).Count, duck.Count($"select * from {parquet}"));
        }

        Assert.Equal("say \"they\",\nplease 🙂", duck.Ask($"select gender from {duck.Parquet("participants")} where age_band = '65+'")[0][0]);
        Assert.Equal(1, duck.Count($"select * from {duck.Parquet("participants")} where gender = ' non-binary '"));
        Assert.Equal(new DateTime(2026, 1, 8, 11, 7, 0), duck.Ask($"select min(first_reply_at) at time zone 'UTC' from {duck.Parquet("check_ins")} where status = 'completed' and wave is null")[0][0]);
    }

    [Fact]
    public async Task A_file_of_many_row_groups_holds_all_its_rows_in_their_order()
    {
        await using App app = await App.StartAsync("2026-12-01T09:00:00Z");
        for (uint person = 0; person < 90; person++)
        {
            await app.Participants().StoreAsync(person * 370_001, checkIns: 39);
        }

        using Snapshot snapshot = await Snapshot.OfAsync(app, await app.ExportAsync());
        using Duck duck = new(snapshot);

        Assert.Equal(90 * 39 * 6, duck.Count($"select * from {duck.Parquet("answers")}"));
        Assert.Equal(3L, duck.Ask($"select count(distinct row_group_id) from parquet_metadata('{snapshot.PathTo("answers.parquet")}')")[0][0]);
        Assert.Equal(0, duck.Count($"select * from {duck.Csv("answers")} except all select * from {duck.Parquet("answers")}"));
        Assert.Equal(
            snapshot.Rows("answers").Select(row => $"{row["participant_id"]} {row["check_in_id"]} {row["question_id"]}"),
            duck.Ask($"select participant_id || ' ' || check_in_id || ' ' || question_id from {duck.Parquet("answers")}").Select(row => (string)row[0]));
    }

    [Fact]
    public async Task The_data_package_and_every_CSV_file_are_valid_by_the_standards_own_library()
    {
        await using App app = await SmallCohort.StartAsync();
        using Snapshot snapshot = await Snapshot.OfAsync(app, await app.ExportAsync());

        JsonElement judgement = await Judge.AskAsync("datapackage.js", new { path = snapshot.PathTo("datapackage.json") });

        Assert.Empty(judgement.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()));
        Assert.True(judgement.GetProperty("valid").GetBoolean());
        Assert.Equal(
            snapshot.Datasets.Select(dataset => (dataset, snapshot.Rows(dataset).Count)),
            judgement.GetProperty("rows").EnumerateObject().Select(resource => (resource.Name, resource.Value.GetInt32())));
        Assert.Equal(2 * snapshot.Datasets.Count(), judgement.GetProperty("all").GetInt32());
    }

    [Theory]
    [InlineData("check_ins.csv", ",missed,", ",flown away,", "\"enum\" constraint for column \"status\"")]
    [InlineData("check_ins.csv", "2026-01-08T11:00:00Z", "8 January", "datetime")]
    [InlineData("participants.csv", ",north,", ",,", "\"required\" constraint for column \"agency_id\"")]
    [InlineData("answers.csv", "weekly-2026-01-29", "weekly-2026-01-30", "Foreign key")]
    public async Task The_same_library_finds_what_does_not_keep_to_the_schema(string file, string written, string broken, string fault)
    {
        await using App app = await SmallCohort.StartAsync();
        using Snapshot snapshot = await Snapshot.OfAsync(app, await app.ExportAsync());
        string text = await File.ReadAllTextAsync(snapshot.PathTo(file), TestContext.Current.CancellationToken);
        Assert.Contains(written, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(snapshot.PathTo(file), text.Replace(written, broken, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        JsonElement judgement = await Judge.AskAsync("datapackage.js", new { path = snapshot.PathTo("datapackage.json") });

        Assert.Contains(judgement.GetProperty("faults").EnumerateArray(), found => found.GetString()!.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_data_package_says_what_the_study_is_and_what_each_file_weighs()
    {
        await using App app = await SmallCohort.StartAsync();
        using Snapshot snapshot = await Snapshot.OfAsync(app, await app.ExportAsync());

        JsonElement package = JsonDocument.Parse(await File.ReadAllBytesAsync(snapshot.PathTo("datapackage.json"), TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(("connecting-people", "2026.1", "2026-03-05T11:00:00Z", false), (package.GetProperty("name").GetString(), package.GetProperty("version").GetString(), package.GetProperty("created").GetString(), package.GetProperty("simulated").GetBoolean()));
        Assert.False(package.TryGetProperty("licenses", out _));
        Assert.Equal(
            snapshot.Manifest.GetProperty("files").EnumerateArray().Select(file => $"{file.GetProperty("name")} {file.GetProperty("bytes")} sha256:{file.GetProperty("sha256")}").Take(2 * snapshot.Datasets.Count()),
            package.GetProperty("resources").EnumerateArray().Select(file => $"{file.GetProperty("path")} {file.GetProperty("bytes")} {file.GetProperty("hash")}"));
    }
}
