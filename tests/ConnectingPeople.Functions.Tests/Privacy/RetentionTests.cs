using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.FollowUps;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>What the study's periods don't keep is forgotten by a timer; what they keep stays. Years pass in one step each.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task What_strangers_wrote_goes_after_thirty_days_and_their_number_with_the_last_of_it()
    {
        await using App app = await App.StartAsync();
        await app.TextAsync("+447700900500", "Who are you?");
        await app.GoToAsync("2026-01-20T09:00:00Z");
        await app.TextAsync("+447700900500", "Still there?");

        await app.GoToAsync("2026-02-05T09:00:00Z");
        Assert.Equal(["unknown", "unknown|"], await KeysAsync(app));

        await app.GoToAsync("2026-02-20T09:00:00Z");
        Assert.Empty(await KeysAsync(app));
    }

    [Fact]
    public async Task A_year_after_somebody_left_nobody_can_tell_who_they_are_and_the_datasets_still_count_them()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);
        app.Phones.Failures.Clear(null);
        await app.PostAsync("administrator", $"/api/participants/{id}/withdraw", new { });
        await app.GoToAsync("2027-01-14T09:00:00Z");
        Assert.Equal(Zebedee.Name, (await app.PersonAsync(id)).GetProperty("participant").GetProperty("name").GetString());

        await app.GoToAsync("2027-01-17T09:00:00Z");

        Assert.DoesNotContain((await WholeStorage.FindAsync(app, new Needles(Zebedee.Traces.Except(["genderfluid-ish"])))), place => !place.StartsWith("blob", StringComparison.Ordinal));
        JsonElement person = await app.PersonAsync(id);
        Assert.Equal("withdrawn", person.GetProperty("participant").GetProperty("status").GetString());
        Assert.Contains("Name no longer kept", (await app.BrowseAsync("administrator", $"/participants/{id}")).Text, StringComparison.Ordinal);
        string export = await app.ExportAsync();
        Assert.Equal([("withdrawn", "2026-01-15")], Exporting.Rows(await app.BytesAsync(export, "participants.csv")).Select(row => (row["status"], row["status_on"])));
        Assert.Contains(Exporting.Rows(await app.BytesAsync(export, "answers.csv")), row => row["question_id"] == "people" && row["value"] == "4");
        Assert.Contains("don't know", (await app.TextAsync(Zebedee.Phone, "Hello")).Said(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Ten_years_after_somebody_left_all_that_is_left_is_that_there_was_somebody()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);
        app.Phones.Failures.Clear(null);
        await app.PostAsync("administrator", $"/api/participants/{id}/withdraw", new { });

        await app.GoToAsync("2036-01-17T09:00:00Z");

        Assert.Equal(["erasure", "participant"], (await app.RowsOfAsync(id, "")).Select(row => row.RowKey));
        JsonElement erasure = (await app.PersonAsync(id)).GetProperty("erasure");
        Assert.Equal(("retention", "retention", "erased"), (erasure.GetProperty("by").GetString(), erasure.GetProperty("reason").GetString(), erasure.GetProperty("answers").GetString()));
    }

    [Fact]
    public async Task Of_somebody_who_stays_words_go_after_two_years_and_numbers_name_and_younger_words_stay()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.TextAsync(People.Amira, "3");
        await app.TextAsync(People.Amira, "about 4 I think");
        await app.TextAsync(People.Amira, "Hortensia came too");
        await app.SendFormAsync($"practitioner:{People.Practitioner}", $"/participants/{id}", $"/participants/{id}/notes", ("note", "Met Wilhelmina"));
        await app.GoToAsync("2026-01-20T09:00:00Z");
        await app.PostAsync("administrator", $"/api/participants/{id}/pause", new { });
        await app.GoToAsync("2028-01-05T09:00:00Z");
        await app.TextAsync(People.Amira, "Cordelia says hello");
        Assert.All((string[])["Hortensia", "about 4 I think"], words => Assert.NotEmpty(WholeStorage.FindAsync(app, new Needles(words)).Result));

        await app.GoToAsync("2028-01-25T09:00:00Z");

        Assert.DoesNotContain((await WholeStorage.FindAsync(app, new Needles("Hortensia", "Wilhelmina", "about 4 I think"))), place => !place.StartsWith("blob", StringComparison.Ordinal));
        Assert.NotEmpty(await WholeStorage.FindAsync(app, new Needles("Cordelia")));
        JsonElement person = await app.PersonAsync(id);
        Assert.Equal("Amira Khan", person.GetProperty("participant").GetProperty("name").GetString());
        JsonElement answers = person.GetProperty("checkIns").EnumerateArray().Single(checkIn => checkIn.GetProperty("id").GetString() == "weekly-2026-01-08").GetProperty("answers");
        Assert.Equal([("goal", "3"), ("people", "4")], answers.EnumerateArray().Select(answer => (answer.GetProperty("question").GetString(), answer.GetProperty("value").GetString())));
        Assert.Contains("[words no longer kept]", (await app.BrowseAsync("administrator", $"/participants/{id}?timeline=all")).Text, StringComparison.Ordinal);
        Assert.Equal("Join the walking group", person.GetProperty("goals")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_was_forgotten_once_is_not_touched_again()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);
        app.Phones.Failures.Clear(null);
        await app.PostAsync("administrator", $"/api/participants/{id}/withdraw", new { });
        await app.GoToAsync("2028-03-01T09:00:00Z");
        IReadOnlyList<string> before = await app.RowsAsync();

        await app.PostAsync(null, "/admin/functions/ApplyRetention", new { input = "" });

        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_study_that_only_wants_a_report_gets_it_in_the_log_and_keeps_everything()
    {
        string path = await ShippedDefinition.WithAsync(("mode: delete", "mode: report"));
        KeptLogs logs = new();
        await using App app = await App.StartAsync(builder => builder.Logging.AddProvider(logs), settings: [$"--Study__Path={path}"]);
        await app.TextAsync("+447700900500", "Who are you?");
        string id = await app.EnrolZebedeeAsync();
        await app.PostAsync("administrator", $"/api/participants/{id}/withdraw", new { });

        await app.GoToAsync("2027-02-01T09:00:00Z");

        Assert.Contains(logs.Of(LogLevel.Information), line => line.Contains("Retention (report): 2 messages of unknown numbers, 0 rows with words, 1 identities and 0 records were over; 0 people are left for the next time.", StringComparison.Ordinal));
        Assert.Equal(Zebedee.Name, (await app.PersonAsync(id)).GetProperty("participant").GetProperty("name").GetString());
        Assert.Equal(2, (await KeysAsync(app)).Count(key => key == "unknown|"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_timer_that_dies_anywhere_is_followed_by_one_that_forgets_the_rest(bool after)
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage, settings: ["--RetentionSchedule=0 0 0 29 2 *"]);
        string id = await app.EnrolZebedeeAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.TextAsync(Zebedee.Phone, "3, says Hortensia");
        await app.PostAsync("administrator", $"/api/participants/{id}/withdraw", new { });
        await app.GoToAsync("2027-02-20T09:00:00Z");
        int crash = 0;
        for (bool crashed = true; crashed && crash < 80; crash++)
        {
            storage.Reset(crash, after);
            await app.PostAsync(null, "/admin/functions/ApplyRetention", new { input = "" });
            crashed = storage.Crashed;
            storage.Reset();
        }

        Assert.InRange(crash, 16, 79);
        Assert.Empty(await WholeStorage.FindAsync(app, new Needles(Zebedee.Phone, "Quillfeather", "Hortensia", "Ullapool", "Tobermory")));
        Assert.Equal("withdrawn", (await app.PersonAsync(id)).GetProperty("participant").GetProperty("status").GetString());
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(App app) =>
        [.. (await app.Storage.Contacts.QueryAsync<TableEntity>().ToListAsync()).Select(row => row.RowKey.Split('|') is [var head, _] ? $"{head}|" : row.RowKey).Where(key => key.StartsWith("unknown", StringComparison.Ordinal))];
}
