using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>What may stand in a snapshot, and what may not.</summary>
public sealed class DisclosureTests
{
    /// <summary>Who somebody is, what they and staff wrote, and who dealt with it.</summary>
    private static readonly string[] Secrets =
    [
        "Amira", "Khan", "7700900123", "walking group", "Joan", "Rosewood", "My neighbour", "want to die", "pat@", "sue@", "ada@", "Pat", "Sue", "rang her brother",
    ];

    [Fact]
    public async Task What_anybody_wrote_and_who_anybody_is_stands_in_no_file_but_that_of_words()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.PutAsync("administrator", "/api/staff/sue@example.org", new { name = "Sue", agencyId = "north", role = "supervisor" });
        await app.GoToAsync("2026-01-08T11:00:00Z");
        foreach (string reply in (string[])["Joan of Rosewood knows", "getting there", "about 4 I think", "Yes! With Joan", "no", "4", "My neighbour Joan called"])
        {
            await app.Phones.TypeAsync(People.Amira, reply);
        }

        await app.Phones.TypeAsync(People.Amira, "i want to die says Joan");
        await app.Phones.TypeAsync(People.Amira, "call me");
        await app.PutAsync("researcher", $"/api/participants/{id}/waves/baseline/answers", new { answers = new Dictionary<string, object> { ["own-words"] = "Joan of Rosewood" } });
        string alert = (await app.GetAsync("practitioner:pat@example.org", "/api/alerts?state=open")).Json.GetProperty("items")[0].GetProperty("id").GetString()!;
        await app.PostAsync("supervisor:sue@example.org", $"/api/alerts/{alert}/resolve");

        string export = await app.ExportAsync();
        await app.PostAsync("administrator:ada@example.org", $"/api/exports/{export}/release-free-text");

        Assert.Equal(
            ["goal 3 2", "people 4 1", "new-person yes 1", "activity no 1", "connected 4 1", "anything-else  1"],
            Exporting.Rows(await app.BytesAsync(export, "answers.csv")).Where(row => row["wave"] == "").Select(row => $"{row["question_id"]} {row["value"]} {row["attempts"]}"));
        Assert.Equal(
            ["Joan of Rosewood", "My neighbour Joan called"],
            Exporting.Rows(await app.BytesAsync(export, "free_text.csv")).Select(row => row["text"]));
        Assert.Equal(["raised", "resolved"], Exporting.Rows(await app.BytesAsync(export, "alerts.csv")).Select(row => row["state"]).Order());
        foreach (string file in await FilesAsync(app, export))
        {
            string text = Encoding.UTF8.GetString(await app.BytesAsync(export, file));
            Assert.True(text.Length > 0, file);
            string[] allowed = file.StartsWith("free_text", StringComparison.Ordinal) ? ["Joan", "Rosewood", "My neighbour"] : [];
            foreach (string secret in Secrets.Except(allowed))
            {
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Somebody_whose_rows_are_erased_is_in_no_later_export()
    {
        await using App app = await App.StartAsync(now: "2026-03-05T11:00:00Z");
        string gone = (await app.Participants().StoreAsync(1, checkIns: 2)).Text;
        string stays = (await app.Participants().StoreAsync(2, checkIns: 1)).Text;
        string before = await app.ExportAsync();
        foreach (TableEntity row in await app.RowsOfAsync(gone, ""))
        {
            await app.Storage.Participants.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: TestContext.Current.CancellationToken);
        }

        string after = await app.ExportAsync();

        Assert.Equal(new[] { gone, stays }.Order(StringComparer.Ordinal), await IdsAsync(app, before));
        Assert.Equal([stays], await IdsAsync(app, after));
        foreach (string file in await FilesAsync(app, after))
        {
            Assert.DoesNotContain(gone, Encoding.UTF8.GetString(await app.BytesAsync(after, file)), StringComparison.Ordinal);
        }

        Assert.Equal(["1"], Exporting.Rows(await app.BytesAsync(after, "flow.csv")).Where(row => row["stage"] == "enrolled").Select(row => row["count"]));
    }

    [Fact]
    public async Task What_an_erasure_left_behind_is_in_no_file_and_the_manifest_says_whose_it_is()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        foreach (string reply in (string[])["3", "4", "yes", "no", "4", "My neighbour Joan called", "call me"])
        {
            await app.Phones.TypeAsync(People.Amira, reply);
        }

        await app.Storage.Participants.DeleteEntityAsync(id, "participant", cancellationToken: TestContext.Current.CancellationToken);

        string export = await app.ExportAsync();

        JsonElement manifest = await app.ManifestAsync(export);
        JsonElement problem = Assert.Single(manifest.GetProperty("problems").EnumerateArray());
        Assert.Equal((id, "participant"), (problem.GetProperty("participantId").GetString(), problem.GetProperty("rowKey").GetString()));
        foreach (string file in (await FilesAsync(app, export)).Where(file => file != "manifest.json"))
        {
            Assert.DoesNotContain(id, Encoding.UTF8.GetString(await app.BytesAsync(export, file)), StringComparison.Ordinal);
        }

        Assert.All(
            manifest.GetProperty("files").EnumerateArray().Where(file => !file.GetProperty("name").GetString()!.StartsWith("codebook", StringComparison.Ordinal)),
            file => Assert.Equal(0, file.GetProperty("rows").GetInt32()));
    }

    [Fact]
    public async Task An_alert_that_cannot_be_read_is_named_and_the_others_are_taken()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.Phones.TypeAsync(People.Amira, "call me");
        await app.Storage.Participants.UpsertEntityAsync(
            new TableEntity(id, "alert|silence-2026-01-05") { ["State"] = """{"id":"silence-2026-01-04","rule":"silence","severity":"Soon","raisedAt":"2026-01-05T09:00:00Z","summary":"Joan"}""" },
            cancellationToken: TestContext.Current.CancellationToken);

        string export = await app.ExportAsync();

        Assert.Equal(["asked-for-a-call"], Exporting.Rows(await app.BytesAsync(export, "alerts.csv")).Select(row => row["rule"]));
        JsonElement problem = Assert.Single((await app.ManifestAsync(export)).GetProperty("problems").EnumerateArray());
        Assert.Equal(("alert|silence-2026-01-05", "It names another alert."), (problem.GetProperty("rowKey").GetString(), problem.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_definition_may_ask_for_days_beside_dates_and_for_no_words_at_all()
    {
        string path = await ShippedDefinition.WithAsync(("dates: absolute", "dates: relative"), ("freeText: withheld", "freeText: never"));
        await using App app = await App.StartAsync(settings: $"--Study__Path={path}");
        await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        foreach (string reply in (string[])["3", "4", "yes", "no", "4", "My neighbour Joan called"])
        {
            await app.Phones.TypeAsync(People.Amira, reply);
        }

        string export = await app.ExportAsync();

        var person = Assert.Single(Exporting.Rows(await app.BytesAsync(export, "participants.csv")));
        Assert.Equal(("2026-01-05", "0"), (person["enrolled_on"], person["enrolled_on_day"]));
        var checkIn = Exporting.Rows(await app.BytesAsync(export, "check_ins.csv")).Single(row => row["check_in_id"] == "weekly-2026-01-08");
        Assert.Equal(("2026-01-08T11:00:00Z", "3"), (checkIn["due_at"], checkIn["due_at_day"]));
        Assert.Empty(Exporting.Rows(await app.BytesAsync(export, "free_text.csv")));
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(App app, string export) =>
        [.. (await app.ManifestAsync(export)).GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!), "manifest.json"];

    private static async Task<IEnumerable<string>> IdsAsync(App app, string export) =>
        Exporting.Rows(await app.BytesAsync(export, "participants.csv")).Select(row => row["participant_id"]);
}
