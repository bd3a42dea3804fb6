using ConnectingPeople.Functions.Tests.Forms;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Waves;

/// <summary>An interview with a question about the goal and one that depends on its answer: a study whose baseline asks the weekly questions.</summary>
public sealed class DependentQuestionTests(Browser browser) : IAsyncLifetime
{
    private const string Pat = $"practitioner:{People.Practitioner}";


    private App app = null!;
    private FilledForm person = null!;

    [Fact]
    public async Task Both_are_entered_at_once_and_what_becomes_pointless_is_kept_and_not_counted()
    {
        IPage page = await browser.OpenAsync(app, Pat, Address, script: false);
        ILocator barrier = page.Locator(".app-ask").Filter(new() { HasText = "gets in the way" });
        await Expect(barrier).ToContainTextAsync("Ask this only if the answer to \"How is your goal going?\" is 2 or less.");
        await Expect(barrier).ToContainTextAsync("Not needed so far");

        await page.Locator("#q-goal").CheckAsync();
        await page.Locator("#q-barrier-2").CheckAsync();
        await SaveAsync(page);
        await Expect(barrier).ToContainTextAsync("Answered in an interview on");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("2 of 7");

        await page.Locator("#q-goal-3").CheckAsync();
        await SaveAsync(page);
        await Expect(barrier).ToContainTextAsync(", not counted now");
        await Expect(page.Locator("#q-barrier-2")).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("1 of 6");
        Assert.Empty(await Browser.FaultsAsync(await browser.OpenAsync(app, Pat, Address, Browser.Phone)));
    }

    [Fact]
    public async Task Goals_are_words_of_theirs_that_a_researcher_does_not_see()
    {
        string own = (await app.BrowseAsync(Pat, Address)).Text;
        string researchers = (await app.BrowseAsync("researcher", Address)).Text;

        Assert.Contains("Join the walking group", own, StringComparison.Ordinal);
        Assert.DoesNotContain("walking group", researchers, StringComparison.Ordinal);
        Assert.Contains("[the goal they chose]", researchers, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        string definition = await ShippedDefinition.WithAsync(("- id: baseline\n    questionnaire: follow-up\n", "- id: baseline\n    questionnaire: weekly\n"));
        app = await App.StartAsync(settings: $"--Study__Path={definition}");
        await app.AddStaffAsync();
        person = await app.BaselineFormAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string Address => $"/participants/{person.Id}/waves/baseline";

    private static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
}
