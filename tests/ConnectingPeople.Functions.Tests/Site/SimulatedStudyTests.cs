using ConnectingPeople.Functions.Tests.Forms;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;

namespace ConnectingPeople.Functions.Tests.Site;

/// <summary>A study whose definition says that everybody in it is simulated: all of its pages say so too.</summary>
public sealed class SimulatedStudyTests(SimulatedApp simulated, SharedApp real, Browser browser)
    : IClassFixture<SimulatedApp>, IClassFixture<SharedApp>
{
    private const string Banner =
        """<aside class="app-simulated" aria-label="About this data"><p class="nhsuk-width-container">Simulated data: nobody here exists</p></aside>""";

    private readonly App app = simulated.App;

    [Theory]
    [InlineData(null, "/")]
    [InlineData("administrator", "/caseload")]
    [InlineData("administrator", "/digest")]
    [InlineData("practitioner", "/agencies")]
    public async Task Each_page_of_staff_says_that_nobody_exists(string? who, string path)
    {
        Assert.Contains(Banner, (await app.BrowseAsync(who, path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("app-simulated", (await real.App.BrowseAsync(who, path)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "Simulated data: nobody here exists")]
    [InlineData("en-GB-easy", "This is only a test. No one here is real.")]
    public async Task The_form_says_so_in_the_words_of_its_reader(string language, string words)
    {
        FilledForm form = await app.BaselineFormAsync(language);
        FilledForm ofReal = await real.App.BaselineFormAsync(language);

        Assert.Contains(words, (await form.GetAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("app-simulated", (await ofReal.GetAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Phone)]
    [InlineData(Browser.Desk)]
    public async Task Saying_so_breaks_no_rule_of_wcag_22_aa(int width)
    {
        IPage page = await browser.OpenAsync(app, "administrator", "/caseload", width);

        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "About this data" })).ToBeVisibleAsync();
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task An_administrator_is_told_by_the_api_too() =>
        Assert.True((await app.GetAsync("administrator", "/api/study")).Json.GetProperty("simulated").GetBoolean());
}

/// <summary>An app that runs with the shipped definition, marked as simulated.</summary>
public sealed class SimulatedApp : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string definition = await ShippedDefinition.WithAsync(("\nstudy:\n", "\nstudy:\n  simulated: true\n"));
        App = await App.StartAsync(settings: $"--Study__Path={definition}");
        await App.AddStaffAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
