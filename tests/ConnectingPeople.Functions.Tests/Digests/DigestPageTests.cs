using System.Net;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Answer = ConnectingPeople.Functions.Tests.Support.Answer;

namespace ConnectingPeople.Functions.Tests.Digests;

/// <summary>The digest as a page: whose it is, which week, and that everybody can read and print it.</summary>
public sealed class DigestPageTests(DigestPageTests.Monday9March monday, Browser browser) : IClassFixture<DigestPageTests.Monday9March>
{
    private const string Pat = $"practitioner:{People.Practitioner}";
    private const string Sue = $"supervisor:{Team.Sue}";
    private const string Week = "/digest?week=2026-03-02";

    private readonly App app = monday.App;

    [Theory]
    [InlineData(Pat, Week, Browser.Phone)]
    [InlineData(Pat, Week, Browser.Desk)]
    [InlineData(Sue, Week, Browser.Phone)]
    [InlineData(Sue, Week, Browser.Desk)]
    [InlineData("administrator", "/digest", Browser.Phone)]
    public async Task It_breaks_no_rule_of_wcag_22_aa(string who, string path, int width)
    {
        IPage page = await browser.OpenAsync(app, who, path, width);

        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task A_practitioner_reads_of_their_own_with_goals_in_their_words()
    {
        IPage page = await browser.OpenAsync(app, Pat, Week, script: false);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Your caseload's week");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Monday 2 to Sunday 8 March 2026");
        await Expect(page.Locator(".app-digest__person").First).ToContainTextAsync("Ben");
        await Expect(page.Locator("q")).ToHaveTextAsync(["Ring my sister once a week", "Cook for friends and neighbours"]);
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Dora");
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Okri");
    }

    [Fact]
    public async Task Goals_are_shown_to_the_letter_and_mean_nothing_to_the_browser()
    {
        IPage page = await browser.OpenAsync(app, Pat, "/digest?week=2026-02-23");

        await Expect(page.Locator("q").Filter(new() { HasText = "loud" })).ToHaveTextAsync("Sing <b>\"loud\"</b> & <script>x</script>");
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task A_supervisor_reads_of_the_team_a_section_for_each_practitioner()
    {
        IPage page = await browser.OpenAsync(app, Sue, Week, script: false);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(["Noor", "Pat"]);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Dora");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Ben");
    }

    [Fact]
    public async Task An_administrator_chooses_an_agency_by_keyboard()
    {
        IPage page = await browser.OpenAsync(app, "administrator", "/digest", script: false);

        ILocator north = page.GetByRole(AriaRole.Link, new() { Name = "North team" });
        await north.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("North team");
        Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync("administrator", "/digest?agency=nowhere")).Status);
    }

    [Fact]
    public async Task Weeks_lead_back_and_forth()
    {
        IPage page = await browser.OpenAsync(app, Pat, Week);

        await page.GetByRole(AriaRole.Link, new() { Name = "The week before" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Monday 23 February to Sunday 1 March 2026");
        await page.GetByRole(AriaRole.Link, new() { Name = "The week after" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Monday 2 to Sunday 8 March 2026");
        await page.GetByRole(AriaRole.Link, new() { Name = "The last seven days" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Tuesday 3 to Monday 9 March 2026, so far");
    }

    [Theory]
    [InlineData("last")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-10")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task What_is_no_week_is_refused(string week) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await app.BrowseAsync(Pat, $"/digest?week={week}")).Status);

    [Fact]
    public async Task On_paper_stands_what_a_meeting_needs()
    {
        IPage page = await browser.OpenAsync(app, Sue, Week);

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.GetByRole(AriaRole.Banner)).ToBeHiddenAsync();
        await Expect(page.Locator(".app-digest__weeks")).ToBeHiddenAsync();
        await Expect(page.GetByText("Dora")).ToBeVisibleAsync();
        Assert.Equal("avoid", await page.Locator(".app-digest__person").First.EvaluateAsync<string>("one => getComputedStyle(one).breakInside"));
    }

    /// <summary>An app on Monday 9 March 2026, with a team whose people went different ways.</summary>
    public sealed class Monday9March : IAsyncLifetime
    {
        private static readonly Instant Enrolled = Instant.FromUtc(2026, 1, 5, 9, 0);
        private static readonly Instant LastThursday = Instant.FromUtc(2026, 3, 5, 11, 30);

        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await App.StartAsync(now: "2026-03-09T08:00:00Z");
            await App.AddStaffAsync();
            await App.PutAsync("administrator", $"/api/staff/{Team.Sue}", new { name = "Sue", agencyId = "north", role = "supervisor" });
            await App.PutAsync("administrator", $"/api/staff/{Team.Noor}", new { name = "Noor", agencyId = "north", role = "practitioner" });
            await EnrolAsync("Amira Khan", People.Practitioner, "Cook for friends and neighbours", "goal=2 new-person=yes", "goal=3 new-person=yes activity=yes");
            await EnrolAsync("Ben Okri", People.Practitioner, "Go to the Thursday walking group", "goal=2 activity=yes", "", "", "");
            await EnrolAsync("Chloe Marsh", People.Practitioner, "Ring my sister once a week", "goal=2 new-person=yes activity=yes", "goal=2", "goal=2 barrier=money");
            await EnrolAsync("Efe Bello", People.Practitioner, "Sing <b>\"loud\"</b> & <script>x</script>", "goal=2 new-person=yes activity=yes", "goal=3", "people=3");
            await EnrolAsync("Dora Lane", Team.Noor, "Help out at the food bank", "goal=3 new-person=yes", "goal=4 new-person=yes activity=yes");
            await EnrolAsync("Finn Hart", Team.Noor, null, "people=1 activity=yes", "people=2");
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private async Task EnrolAsync(string name, string practitioner, string? goal, params string[] weeks)
        {
            Dictionary<string, object?> form = People.Form(SharedApps.NewPhone(), name);
            form["practitionerEmail"] = practitioner;
            form["goals"] = goal is null ? Array.Empty<string>() : [goal];
            Answer enrolled = await App.PostAsync("administrator", "/api/participants", form);
            Assert.True(enrolled.Status == HttpStatusCode.Created, enrolled.Text);
            ParticipantStore store = App.Services.GetRequiredService<ParticipantStore>();
            Assert.True(ParticipantId.TryParse(enrolled.Json.GetProperty("id").GetString(), out ParticipantId id));
            Stored stored = (await store.LoadAsync(id, CancellationToken.None))!;
            Participant person = stored.Person with
            {
                Profile = stored.Person.Profile with { EnrolledAt = Enrolled },
                StatusAt = Enrolled,
                Goals = [.. stored.Person.Goals.Select(set => set with { SetOn = Enrolled.InUtc().Date })],
            };
            for (int i = 0; i < weeks.Length; i++)
            {
                person = Ended(person, LastThursday - Duration.FromDays(7 * (weeks.Length - 1 - i)), weeks[i]);
            }

            Assert.NotNull(await store.CommitAsync(stored, new Decision(person), CancellationToken.None));
        }

        private Participant Ended(Participant person, Instant at, string answers)
        {
            CheckIn ended = new()
            {
                Id = $"weekly-{at.InUtc().Date:uuuu-MM-dd}",
                Questionnaire = "weekly",
                Version = 2,
                Goal = person.Goals.Count > 0 ? person.Goals[0].Id : null,
                DueAt = at,
                ClosesAt = at,
                ClosedAt = at,
                Status = answers.Length == 0 ? CheckInStatus.Missed : CheckInStatus.Completed,
                Answers = [.. answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(answer => answer.Split('='))
                    .Select(answer => new Domain.CheckIns.Answer(answer[0], AnswerOutcome.Answered, answer[1], null, "", 1, at))],
            };
            Domain.Studies.Study study = App.Services.GetRequiredService<Domain.Studies.Study>();
            return person with { Past = person.Past.With(ended, study), HeardAt = answers.Length == 0 ? person.HeardAt : at };
        }
    }
}
