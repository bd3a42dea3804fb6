using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>The forms on a participant's page do what the API does, for the same people, with the same checks.</summary>
public sealed class ParticipantPageFormTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private const string Pat = "practitioner:pat@example.org";

    private static readonly string[] Actions = ["pause", "resume", "withdraw", "goals", "notes"];

    private readonly App app = shared.App;

    [Fact]
    public async Task Without_script_a_pause_really_pauses_and_ends()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        IPage page = await browser.OpenAsync(app, Pat, $"/participants/{id}", Browser.Phone, script: false);
        await page.GetByText("Pause messages").First.ClickAsync();
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("5");
        await page.GetByLabel("Month").FillAsync("3");
        await page.GetByLabel("Year").FillAsync("2046");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause messages" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Messages are paused.");
        JsonElement paused = (await app.PersonAsync(id)).GetProperty("participant");
        Assert.Equal("paused", paused.GetProperty("status").GetString());
        Assert.Equal("2046-03-05", paused.GetProperty("pausedUntil").GetString());

        await page.GetByText("End the pause").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End the pause" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Messages start again");
        Assert.Equal("active", (await app.PersonAsync(id)).GetProperty("participant").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_pause_until_yesterday_is_shown_again_with_what_is_wrong_and_what_was_written()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        IPage page = await browser.OpenAsync(app, Pat, $"/participants/{id}");
        await page.GetByText("Pause messages").First.ClickAsync();
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("31");
        await page.GetByLabel("Month").FillAsync("2");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause messages" }).ClickAsync();

        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter a day after today" }).ClickAsync();
        await Expect(page.GetByLabel("Day", new() { Exact = true })).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Day", new() { Exact = true })).ToHaveValueAsync("31");
        Assert.Empty(await Browser.FaultsAsync(page));
        Assert.Equal("active", (await app.PersonAsync(id)).GetProperty("participant").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Leaving_is_asked_for_twice()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        IPage page = await browser.OpenAsync(app, Pat, $"/participants/{id}", script: false);

        await page.GetByRole(AriaRole.Link, new() { Name = "They want to leave the study" }).ClickAsync();
        Assert.Equal("active", (await app.PersonAsync(id)).GetProperty("participant").GetProperty("status").GetString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, they leave the study" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Left the study");
        Assert.Equal("withdrawn", (await app.PersonAsync(id)).GetProperty("participant").GetProperty("status").GetString());
        PageAnswer after = await app.SendFormAsync(Pat, $"/participants/{id}", $"/participants/{id}/goals", ("goal", "Swim"));
        Assert.Equal(HttpStatusCode.Conflict, after.Status);
    }

    [Fact]
    public async Task After_a_stop_only_recorded_consent_resumes()
    {
        string phone = SharedApps.NewPhone();
        string id = await app.EnrolAsync(phone);
        await app.TextAsync(phone, "STOP");
        string page = $"/participants/{id}";

        PageAnswer without = await app.SendFormAsync(Pat, page, $"{page}/resume");
        bool stillOut = (await app.PersonAsync(id)).GetProperty("participant").GetProperty("optedOut").GetBoolean();
        PageAnswer with = await app.SendFormAsync(
            Pat, page, $"{page}/resume", ("givenOn-day", "5"), ("givenOn-month", "1"), ("givenOn-year", "2026"), ("version", "2"));

        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Contains("Enter the day on which they agreed", without.Text, StringComparison.Ordinal);
        Assert.True(stillOut);
        Assert.Equal(HttpStatusCode.SeeOther, with.Status);
        Assert.False((await app.PersonAsync(id)).GetProperty("participant").GetProperty("optedOut").GetBoolean());
    }

    [Fact]
    public async Task A_goal_and_notes_are_added_and_notes_leave_the_study_in_no_export()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        string page = $"/participants/{id}";

        PageAnswer goal = await app.SendFormAsync(Pat, page, $"{page}/goals", ("goal", "Swim on Tuesdays"));
        await app.SendFormAsync(Pat, page, $"{page}/notes", ("note", "Zebedee, the first line\r\nand a second"));
        await app.SendFormAsync(Pat, page, $"{page}/notes", ("note", "Zebedee again, in the same second"));

        Assert.Equal($"{page}?done=goals", goal.Location);
        Assert.Contains("Swim on Tuesdays", (await app.PersonAsync(id)).GetProperty("goals").ToString(), StringComparison.Ordinal);
        PageAnswer shown = await app.BrowseAsync(Pat, page);
        Assert.Contains("Note by pat@example.org", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Zebedee, the first line\nand a second", WebUtility.HtmlDecode(shown.Text), StringComparison.Ordinal);
        Assert.Equal(2, (await app.RowsOfAsync(id, "note|")).Count);
        Answer export = await app.PostAsync("researcher", "/api/exports");
        await app.AdvanceAsync("PT1M", "PT1M");
        foreach (JsonElement file in (await app.GetAsync("researcher", export.Location!)).Json.GetProperty("files").EnumerateArray())
        {
            Assert.DoesNotContain("Zebedee", (await app.GetAsync("researcher", $"{export.Location}/{file.GetProperty("name").GetString()}")).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("goals", "goal", "", "Enter the goal")]
    [InlineData("goals", "goal", "\u0007", "The goal holds a control character")]
    [InlineData("notes", "note", "  ", "Enter the note")]
    [InlineData("notes", "note", "Hi \uE000", "The note holds a control character")]
    public async Task What_cannot_be_taken_is_said_beside_the_field(string action, string field, string text, string said)
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());

        PageAnswer answer = await app.SendFormAsync(Pat, $"/participants/{id}", $"/participants/{id}/{action}", (field, text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-error\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_may_have_a_thousand_characters_and_no_more()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        string page = $"/participants/{id}";

        Assert.Equal(HttpStatusCode.SeeOther, (await app.SendFormAsync(Pat, page, $"{page}/notes", ("note", new string('n', 1000)))).Status);
        PageAnswer longer = await app.SendFormAsync(Pat, page, $"{page}/notes", ("note", new string('n', 1001)));

        Assert.Equal(HttpStatusCode.BadRequest, longer.Status);
        Assert.Contains("The note is 1001 characters long. Keep to 1000.", longer.Text, StringComparison.Ordinal);
        Assert.Contains(new string('n', 1001), longer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_right_token_changes_nothing()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        string page = $"/participants/{id}";
        await app.PutAsync("administrator", "/api/staff/sam@example.org", new { name = "Sam", agencyId = "north", role = "practitioner" });
        string pats = await app.FormTokenAsync(Pat, page);
        string sams = await app.FormTokenAsync("practitioner:sam@example.org", "/enrol");
        IReadOnlyList<string> before = await app.RowsAsync();

        foreach (string action in Actions)
        {
            foreach ((string? token, string? from) in ((string?, string?)[])[(null, null), ("", null), (sams, null), (pats + "x", null), (pats, "cross-site"), (pats, "same-site")])
            {
                Dictionary<string, string> form = new() { ["goal"] = "Swim", ["note"] = "A note" };
                if (token is not null)
                {
                    form["formToken"] = token;
                }

                PageAnswer answer = await app.BrowseAsync(Pat, $"{page}/{action}", "POST", form, from);

                Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
                Assert.Contains("This form is out of date", answer.Text, StringComparison.Ordinal);
                Assert.Contains("Go back, reload the page, and send it again.", answer.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_form_about_somebody_elses_changes_nothing()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        IReadOnlyList<string> before = await app.RowsAsync();

        foreach (string action in Actions)
        {
            PageAnswer answer = await app.SendFormAsync("practitioner:sam@example.org", "/enrol", $"/participants/{id}/{action}", ("goal", "Swim"), ("note", "A note"));

            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.Equal(before, await app.RowsAsync());
    }
}
