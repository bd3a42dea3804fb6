using System.Net;
using System.Text.RegularExpressions;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Alerts;

/// <summary>Pat works with Amira, and then moves to another agency or role: supervisors hear instead, and Pat no more.</summary>
public sealed partial class MovedOnTests
{
    [Theory]
    [InlineData("south", "practitioner")]
    [InlineData("south", "supervisor")]
    [InlineData("north", "researcher")]
    public async Task An_alert_about_somebody_whose_practitioner_moved_on_goes_straight_to_the_supervisor(string agency, string role)
    {
        await using App app = await StartAsync();
        await MovesAsync(app, agency, role);

        await app.Phones.TypeAsync(People.Amira, "i want to die");
        await app.AdvanceAsync("PT5M", "PT1M");

        Assert.Empty(app.Phones.Inboxes.At(Team.Pat));
        Assert.Contains("not possible to reach others", Assert.Single(app.Phones.Inboxes.At(Team.Sue)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practitioner_who_became_a_supervisor_of_the_same_agency_is_still_told_first()
    {
        await using App app = await StartAsync();
        await MovesAsync(app, "north", "supervisor");

        await app.Phones.TypeAsync(People.Amira, "i want to die");
        await app.AdvanceAsync("PT5M", "PT1M");

        Assert.Single(app.Phones.Inboxes.At(Team.Pat));
        Assert.Empty(app.Phones.Inboxes.At(Team.Sue));
    }

    [Fact]
    public async Task What_was_gathered_for_somebody_who_moves_on_before_it_goes_is_told_to_the_supervisor()
    {
        await using App app = await StartAsync();
        await app.Phones.TypeAsync(People.Amira, "call me");
        await app.AdvanceAsync("PT1M", "PT1M");
        await MovesAsync(app, "south", "practitioner");

        await app.AdvanceAsync("PT30M", "PT1M");

        Assert.Empty(app.Phones.Inboxes.At(Team.Pat));
        Assert.Single(app.Phones.Inboxes.At(Team.Sue));
    }

    [Fact]
    public async Task A_link_that_was_sent_before_leads_nowhere_any_more_and_changes_nothing()
    {
        await using App app = await StartAsync();
        await app.Phones.TypeAsync(People.Amira, "i want to die");
        await app.AdvanceAsync("PT2M", "PT1M");
        string link = new Uri(Link().Match(Assert.Single(app.Phones.Inboxes.At(Team.Pat)).Text).Value).PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, (await app.BrowseAsync(null, link)).Status);
        await MovesAsync(app, "south", "practitioner");
        IReadOnlyList<string> before = await app.RowsAsync();

        PageAnswer shown = await app.BrowseAsync(null, link);
        PageAnswer posted = await app.BrowseAsync(null, link, "POST", new Dictionary<string, string> { ["act"] = "resolve" });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.Status, posted.Status));
        Assert.Contains("as long as they work with the participant", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amira", shown.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_digest_is_of_people_of_the_present_agency_alone()
    {
        await using App app = await App.StartAsync(settings: "--DigestSchedule=0 30 7 * * 1");
        await app.AddTeamAsync();
        await app.EnrolForPatAsync();
        await MovesAsync(app, "south", "practitioner");

        await app.GoToAsync("2026-01-12T07:29:00Z");
        await app.AdvanceAsync("PT2M", "PT1M");

        Assert.Empty(app.Phones.Inboxes.At(Team.Pat));
        Assert.Single(app.Phones.Inboxes.At(Team.Sue));
    }

    private static async Task<App> StartAsync()
    {
        App app = await App.StartAsync();
        await app.AddTeamAsync();
        await app.EnrolForPatAsync();
        return app;
    }

    private static async Task MovesAsync(App app, string agency, string role)
    {
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "nhs" });
        Answer moved = await app.PutAsync("administrator", $"/api/staff/{Team.Pat}", new { name = "Pat", agencyId = agency, role });
        Assert.Equal(HttpStatusCode.OK, moved.Status);
    }

    [GeneratedRegex(@"http\S+/alerts/link/\S+")]
    private static partial Regex Link();
}
