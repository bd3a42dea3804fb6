using System.Net;
using ConnectingPeople.Functions.Tests.Forms;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static ConnectingPeople.Functions.Tests.Waves.Baselines;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Waves;

/// <summary>What a researcher sees on the page of a wave's answers, and when nobody does.</summary>
public sealed class InterviewPageAccessTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private const string Pat = $"practitioner:{People.Practitioner}";
    private const string Rob = "researcher:rob@example.org";

    private readonly App app = shared.App;

    [Fact]
    public async Task A_researcher_learns_neither_name_nor_words()
    {
        FilledForm person = await app.BaselineFormAsync();
        await person.AnswerAsync("own-words", "My sister Zainab in Leeds");

        PageAnswer page = await app.BrowseAsync(Rob, Address(person));
        PageAnswer own = await app.BrowseAsync(Pat, Address(person));

        Assert.Contains(person.Id.Text, page.Text, StringComparison.Ordinal);
        Assert.Contains("Answered in their own words", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zainab", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amira", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("walking group", page.Text, StringComparison.Ordinal);
        Assert.Contains("Zainab", own.Text, StringComparison.Ordinal);
        Assert.Contains("Amira Khan", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_researcher_who_saves_beside_hidden_words_leaves_them_as_they_are()
    {
        FilledForm person = await app.BaselineFormAsync();
        await person.AnswerAsync("own-words", "My sister");
        IPage page = await browser.OpenAsync(app, Rob, Address(person), script: false);

        await page.Locator("#q-contacts").FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("1 answer saved.");
        Assert.Equal("My sister", await app.ValueAsync(person, "own-words"));
    }

    [Theory]
    [InlineData("midway", HttpStatusCode.NotFound, "baseline, nine-month")]
    [InlineData("baseline", HttpStatusCode.Conflict, "left the study")]
    public async Task An_unknown_wave_and_somebody_who_has_left_are_said(string wave, HttpStatusCode status, string words)
    {
        FilledForm person = await app.BaselineFormAsync();
        await app.PostAsync("administrator", $"/api/participants/{person.Id}/withdraw");

        PageAnswer page = await app.BrowseAsync(Rob, $"/participants/{person.Id}/waves/{wave}");

        Assert.Equal(status, page.Status);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
    }
}
