using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Alerts;
using ConnectingPeople.Functions.Tests.FollowUps;
using ConnectingPeople.Functions.Tests.Support;


namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>Somebody asks to be erased, and is.</summary>
public sealed class ErasureStoryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_of_an_erased_person_is_left_in_any_table_queue_or_blob(bool keepAnswers)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync(keepAnswers);
        await app.LiveAsync(id);
        await app.ExportAsync();
        Assert.All(Zebedee.Traces, trace => Assert.NotEmpty(Found(app, trace).Result));

        Answer erased = await app.EraseAsync(id, new { reason = "participant-asked" });

        Assert.True(erased.Status == HttpStatusCode.OK, erased.Text);
        Assert.Empty(await WholeStorage.FindAsync(app, new Needles(Zebedee.Identity)));
        Assert.DoesNotContain((await WholeStorage.FindAsync(app, new Needles(Zebedee.Traces))), place => !IsInAnExport(place));
        Assert.Equal(
            keepAnswers ? ["check-in", "erasure", "participant"] : ["erasure", "participant"],
            (await app.RowsOfAsync(id, "")).Select(row => row.RowKey.Split('|')[0]).Distinct());
        Assert.DoesNotContain(await app.Storage.Agenda.QueryAsync<TableEntity>().ToListAsync(), row => row.RowKey.EndsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_earlier_exports_hold_of_their_words_goes_with_them_when_newer_ones_take_their_place()
    {
        await using App app = await App.StartAsync(settings: $"--Study__Path={await ShippedDefinition.WithAsync(("\n  keep: 30\n", "\n  keep: 2\n"))}");
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);
        app.Phones.Failures.Clear(null);
        await app.EraseAsync(id);
        Assert.NotEmpty(await WholeStorage.FindAsync(app, new Needles(Zebedee.Traces)));

        for (int night = 0; night < 3; night++)
        {
            await app.AdvanceAsync("P1D", "P1D");
        }

        Assert.Empty(await WholeStorage.FindAsync(app, new Needles(Zebedee.Traces)));
    }

    [Fact]
    public async Task What_stays_tells_who_did_it_when_why_and_how_much_went()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);

        JsonElement erased = (await app.EraseAsync(id, new { reason = "representative-asked" })).Json;

        Assert.Equal(("erased", "administrator@local.example", "representative-asked", "kept"), (Text(erased, "status"), Text(erased, "by"), Text(erased, "reason"), Text(erased, "answers")));
        JsonElement removed = erased.GetProperty("removed");
        Assert.Equal(
            "contacts 5, goals 1, notes 1, waiting 1, checkIns 0, other 0",
            string.Join(", ", ((string[])["contacts", "goals", "notes", "waiting", "checkIns", "other"]).Select(what => $"{what} {removed.GetProperty(what).GetInt32()}")));
        Assert.All((string[])["messages", "words", "alerts"], what => Assert.True(removed.GetProperty(what).GetInt32() > 1, what));
        JsonElement seen = (await app.GetAsync("administrator", $"/api/participants/{id}")).Json;
        Assert.Equal("erased", seen.GetProperty("participant").GetProperty("status").GetString());
        Assert.Equal(removed.ToString(), seen.GetProperty("erasure").GetProperty("removed").ToString());
    }

    [Fact]
    public async Task Nothing_is_ever_sent_again_and_what_waited_never_goes()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);
        int texts = app.Phones.Received(Zebedee.Phone).Count;
        await app.EraseAsync(id);
        app.Phones.Failures.Clear(null);

        await app.AdvanceAsync("P1D");
        await app.AdvanceAsync("P28D", "P1D");

        Assert.Equal(texts, app.Phones.Received(Zebedee.Phone).Count);
        Assert.Empty(app.Phones.Inboxes.At(Zebedee.Email));
    }

    [Fact]
    public async Task A_reply_that_comes_afterwards_is_a_strangers_and_one_that_worries_is_still_answered()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.EraseAsync(id);

        string? first = (await app.TextAsync(Zebedee.Phone, "3")).Said();
        string? worrying = (await app.TextAsync(Zebedee.Phone, "I want to die")).Said();

        Assert.Contains("don't know", first, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("999", worrying, StringComparison.Ordinal);
        Assert.DoesNotContain("Zebed", first + worrying, StringComparison.Ordinal);
        Assert.Equal(2, (await app.RowsOfAsync(id, "")).Count(row => row.RowKey is "participant" or "erasure"));
        Assert.Empty(await app.RowsOfAsync(id, "message|"));
    }

    [Fact]
    public async Task Every_link_they_or_staff_were_sent_dies_with_the_same_kind_page_as_one_that_never_was()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        string form = await app.LiveAsync(id);
        app.Phones.Failures.Clear(null);
        string alert = new Uri(System.Text.RegularExpressions.Regex.Match(app.Phones.Inboxes.At(Team.Pat)[0].Text, "http\\S+/alerts/link/\\S+").Value).AbsolutePath;
        Assert.True(ConnectingPeople.Domain.Participants.ParticipantId.TryParse(id, out var whose));
        string unsubscribe = new Uri(((ConnectingPeople.Functions.Messaging.UnsubscribeLinks)app.Services.GetService(typeof(ConnectingPeople.Functions.Messaging.UnsubscribeLinks))!).Make(whose)).AbsolutePath;
        string[] links = [form, alert, unsubscribe];
        Assert.All(links, link => Assert.Equal(HttpStatusCode.OK, app.BrowseAsync(null, link).Result.Status));
        await app.EraseAsync(id);

        foreach (string link in links)
        {
            PageAnswer dead = await app.BrowseAsync(null, link);
            string forged = link[..^4] + "AAAA";
            PageAnswer never = await app.BrowseAsync(null, forged);
            Assert.Equal((HttpStatusCode.NotFound, never.Text.Replace(Uri.EscapeDataString(forged), "", StringComparison.Ordinal)), (dead.Status, dead.Text.Replace(Uri.EscapeDataString(link), "", StringComparison.Ordinal)));
        }

        PageAnswer posted = await app.BrowseAsync(null, $"{form}?question=anything-else", "POST", new Dictionary<string, string> { ["answer"] = "I want to die, said Hortensia" });
        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync(null, unsubscribe, "POST", new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" })).Status);
        Assert.Empty(await WholeStorage.FindAsync(app, new Needles("Hortensia")));
    }

    [Fact]
    public async Task No_later_export_holds_them_and_nobody_but_an_administrator_finds_them()
    {
        await using App app = await App.StartAsync();
        string other = await app.EnrolAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.LiveAsync(id);

        await app.EraseAsync(id);

        string export = await app.ExportAsync();
        JsonElement manifest = await app.ManifestAsync(export);
        Assert.Equal(0, manifest.GetProperty("problems").GetArrayLength());
        Assert.Equal([other], Exporting.Rows(await app.BytesAsync(export, "participants.csv")).Select(row => row["participant_id"]));
        foreach (JsonElement file in manifest.GetProperty("files").EnumerateArray())
        {
            Assert.DoesNotContain(id, System.Text.Encoding.UTF8.GetString(await app.BytesAsync(export, file.GetProperty("name").GetString()!)), StringComparison.Ordinal);
        }

        foreach (string who in (string[])[Team.AsPat, $"supervisor:{Team.Sue}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync(who, $"/api/participants/{id}")).Status);
            Assert.DoesNotContain(id, (await app.BrowseAsync(who, "/caseload")).Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(id, (await app.GetAsync("administrator", "/api/participants")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await app.GetAsync(Team.AsPat, "/api/alerts?state=open")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync("administrator", $"/api/participants/{id}/resume", new { })).Status);
    }

    [Fact]
    public async Task Their_number_may_be_enrolled_anew_under_another_pseudonym()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolZebedeeAsync();
        await app.EraseAsync(id);

        string anew = await app.EnrolZebedeeAsync();

        Assert.NotEqual(id, anew);
        Assert.Equal(Zebedee.Name, (await app.PersonAsync(anew)).GetProperty("participant").GetProperty("name").GetString());
    }

    private static bool IsInAnExport(string place) => place.StartsWith("blob exports/", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> Found(App app, string trace) => await WholeStorage.FindAsync(app, new Needles(trace));

    private static string? Text(JsonElement answer, string field) => answer.GetProperty(field).GetString();
}
