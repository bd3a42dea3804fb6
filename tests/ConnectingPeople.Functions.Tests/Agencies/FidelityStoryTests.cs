using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Tests.FollowUps;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Agencies;

public sealed class FidelityStoryTests
{
    [Fact]
    public async Task Each_dataset_shows_what_was_known_of_the_agency_at_its_cut_off()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        string before = await app.ExportAsync();
        Answer full = await app.PutAsync("researcher", Assessing.North, new { assessments = new[] { app.Assessment("service-user", 5), app.Assessment("observer", 4) } });
        await app.AdvanceAsync("P1D", "P1D");
        string first = await app.ExportAsync();
        await app.AdvanceAsync("P1D", "P1D");
        Answer corrected = await app.PutAsync("administrator", Assessing.North, app.Assessment("observer", 2).With("id", "2026-01-02-observer-1"));
        await app.AdvanceAsync("P1D", "P1D");
        string second = await app.ExportAsync();

        Assert.Equal("full 4.5 2", full.Said());
        Assert.Equal("partial 3.5 2", corrected.Said());
        Assert.Equal("partial 3.5 2", (await app.GetAsync("researcher", Assessing.North)).Said());
        Assert.Equal(["not-assessed", "full", "partial"], [await FidelityAsync(app, before), await FidelityAsync(app, first), await FidelityAsync(app, second)]);
        Assert.Contains(
            Exporting.Rows(await app.BytesAsync(second, "codebook.csv")),
            row => row["column"] == "fidelity" && row["derivation"].Contains("as they were recorded by the cut-off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dataset_compiled_after_a_correction_with_a_cut_off_before_it_shows_the_old_score()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        await app.PutAsync("researcher", Assessing.North, new { assessments = new[] { app.Assessment("service-user", 5), app.Assessment("observer", 4) } });
        await app.AdvanceAsync("P1D", "P1D");
        Instant cutOff = app.Now();
        await app.AdvanceAsync("P1D", "P1D");
        await app.PutAsync("researcher", Assessing.North, app.Assessment("observer", 1).With("id", "2026-01-02-observer-1"));

        string export = await CompileAsync(app, cutOff);

        Assert.Equal("full", await FidelityAsync(app, export));
        List<TableEntity> rows = await app.Storage.Agencies.QueryAsync<TableEntity>(row => row.PartitionKey == "north").ToListAsync();
        Assert.Equal(
            ["fidelity|2026-01-02-observer-1|000001", "fidelity|2026-01-02-observer-1|000002", "fidelity|2026-01-02-service-user-1|000001"],
            rows.Select(row => row.RowKey).Where(key => key.StartsWith("fidelity|", StringComparison.Ordinal)));
        Assert.Equal("researcher@local.example", rows.Single(row => row.RowKey.EndsWith("000002", StringComparison.Ordinal)).GetString("RecordedBy"));
    }

    [Fact]
    public async Task The_same_request_again_and_many_at_once_add_nothing_twice()
    {
        await using App app = await App.StartAsync();
        await app.AddStaffAsync();
        object body = new { assessments = new[] { app.Assessment("service-user", 3), app.Assessment("service-user", 5), app.Assessment("practitioner", 4) } };

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.PutAsync("researcher", Assessing.North, body)));

        Assert.All(answers, answer => Assert.Equal("full 4 3", answer.Said()));
    }

    [Fact]
    public async Task Corrections_that_race_are_all_kept()
    {
        await using App app = await App.StartAsync();
        await app.AddStaffAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(1, 5)
            .Select(score => app.PutAsync("researcher", Assessing.North, app.Assessment("observer", score).With("id", "visit"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        List<TableEntity> rows = await app.Storage.Agencies.QueryAsync<TableEntity>(row => row.PartitionKey == "north").ToListAsync();
        Assert.Equal(5, rows.Count(row => row.RowKey.StartsWith("fidelity|visit|", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_says_each_element_with_each_source_and_nobodys_address()
    {
        await using App app = await App.StartAsync();
        await app.AddStaffAsync();

        Answer answer = await app.PutAsync("researcher", Assessing.North, new { assessments = new[] { app.Assessment("service-user", 3), app.Assessment("observer", 4) } });

        JsonElement element = answer.Json.GetProperty("elements")[0];
        Assert.Equal(("strengths-assessed", 3.5m), (element.GetProperty("id").GetString(), element.GetProperty("mean").GetDecimal()));
        Assert.Equal(
            ["service-user 3", "observer 4"], element.GetProperty("sources").EnumerateObject().Select(source => $"{source.Name} {source.Value}"));
        Assert.Equal(
            ["2026-01-02-observer-1", "2026-01-02-service-user-1"],
            answer.Json.GetProperty("recorded").EnumerateArray().Select(recorded => recorded.GetProperty("id").GetString()));
        Assert.DoesNotContain("@", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>An export that was asked for at an instant and compiled only now, as after an outage.</summary>
    private static async Task<string> CompileAsync(App app, Instant cutOff)
    {
        ExportStatus asked = await app.Services.GetRequiredService<ExportBlobs>().CreateAsync(cutOff, CancellationToken.None);
        await app.Services.GetRequiredService<ExportCompiler>().CompileAsync(ExportId.Parse(asked.Id)!, CancellationToken.None);
        return asked.Id;
    }

    private static async Task<string> FidelityAsync(App app, string export) =>
        Assert.Single(Exporting.Rows(await app.BytesAsync(export, "participants.csv")))["fidelity"];
}
