using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.FollowUps;

public sealed class FollowUpStoryTests
{
    [Fact]
    public async Task A_baseline_interview_stands_scored_in_the_persons_row()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.AdvanceAsync("PT1H");
        await app.PutAsync(
            Exporting.Researcher, $"/api/participants/{id}/waves/baseline/answers",
            new { answers = new Dictionary<string, object> { ["advice"] = 2, ["information"] = 3, ["contacts"] = 7, ["lonely"] = 4, ["included"] = 1 } });

        string export = await app.ExportAsync();

        var row = Assert.Single(Exporting.Rows(await app.BytesAsync(export, "follow_up.csv")));
        Assert.Equal(
            $"{id} north nhs not-assessed mental-health 2026-01-05 2.50 7 4",
            string.Join(' ', new[] { "participant_id", "agency_id", "sector", "fidelity", "client_group", "baseline_on", "social_resources_baseline", "contacts_baseline", "loneliness_baseline" }.Select(column => row[column])));
        Assert.All(["nine_month_on", "nine_month_in_window", "inclusion_baseline", "social_resources_nine_month", "social_resources_change"], column => Assert.Equal("", row[column]));
    }
}
