using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.SendGrid;

namespace ConnectingPeople.Functions.Tests.Alerts;

/// <summary>The whole way of an alert, over HTTP with the clock moved.</summary>
public sealed class AlertStoryTests
{
    private const string Sue = "sue@example.org";
    private const string Pat = $"practitioner:{People.Practitioner}";

    [Fact]
    public async Task Three_silent_weeks_reach_the_practitioner_and_the_supervisor_only_when_nobody_acknowledges()
    {
        await using App app = await StartAsync();
        string id = await app.EnrolAsync();

        await app.AdvanceAsync("P20D");
        Assert.Empty(app.Phones.Inboxes.At(People.Practitioner));
        await app.AdvanceAsync("P1D");

        Email told = app.Phones.Inboxes.At(People.Practitioner).Single();
        Assert.Equal($"Please look at Amira ({id})", told.Subject);
        Assert.Contains("No answer to 3 check-ins in a row; the last one ended on 25 January 2026.", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Khan", told.Text + told.Html + told.Subject, StringComparison.Ordinal);
        Assert.Equal("notified", (await OpenAsync(app)).Single().GetProperty("state").GetString());
        Assert.Empty(app.Phones.Inboxes.At(Sue));

        await app.GoToAsync("2026-01-28T08:59:00Z");
        Assert.Empty(app.Phones.Inboxes.At(Sue));
        await app.AdvanceAsync("PT10M", "PT1M");
        Assert.Equal($"Please look at Amira ({id})", app.Phones.Inboxes.At(Sue).Single().Subject);
    }

    [Fact]
    public async Task An_acknowledged_alert_goes_to_nobody_else()
    {
        await using App app = await StartAsync();
        await app.EnrolAsync();
        await app.AdvanceAsync("P21D");
        string alert = (await OpenAsync(app)).Single().GetProperty("id").GetString()!;

        await app.PostAsync(Pat, $"/api/alerts/{alert}/acknowledge");
        await app.AdvanceAsync("P4D");

        Assert.Single(app.Phones.Inboxes.At(People.Practitioner));
        Assert.Empty(app.Phones.Inboxes.At(Sue));
    }

    private static async Task<App> StartAsync()
    {
        App app = await App.StartAsync();
        await app.PutAsync("administrator", "/api/agencies/north", new { name = "North team", sector = "nhs" });
        Answer saved = await app.PutAsync("administrator", $"/api/staff/{Sue}", new { name = "Sue", agencyId = "north", role = "supervisor" });
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        return app;
    }

    private static async Task<JsonElement[]> OpenAsync(App app) =>
        [.. (await app.GetAsync(Pat, "/api/alerts?state=open")).Json.GetProperty("items").EnumerateArray()];
}
