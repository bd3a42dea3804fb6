using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.CheckIns;

/// <summary>Eleven o'clock stays eleven o'clock when the clocks change.</summary>
public sealed class DaylightSavingTests
{
    [Theory]
    [InlineData("2026-03-23T09:00:00Z", "2026-03-26T11:00Z 2026-04-02T10:00Z")]
    [InlineData("2026-10-19T09:00:00Z", "2026-10-22T10:00Z 2026-10-29T11:00Z")]
    public async Task Check_ins_come_at_the_same_time_of_the_wall_clock(string from, string expected)
    {
        await using App app = await App.StartAsync(from);
        await app.EnrolAsync();

        foreach (string at in expected.Split(' '))
        {
            int before = app.Taken().Count;
            Instant due = NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(at).Value;
            await app.GoToAsync((due - Duration.FromSeconds(30)).ToString());
            Assert.Equal(before, app.Taken().Count);
            await app.GoToAsync(due.ToString());
            Assert.Equal(before + 1, app.Taken().Count);
            await app.TextAsync(People.Amira, "STOP");
            await app.TextAsync(People.Amira, "START");
        }
    }

    [Fact]
    public async Task On_the_very_day_of_the_change_sending_hours_begin_by_the_new_clock()
    {
        await using App app = await App.StartAsync("2026-03-23T09:00:00Z");
        await app.AddStaffAsync();
        Dictionary<string, object?> form = People.Form();
        form["checkInDay"] = "sunday";
        form["checkInTime"] = "09:00";
        await app.PostAsync("administrator", "/api/participants", form);

        await app.GoToAsync("2026-03-29T07:59:30Z");
        Assert.Empty(app.Taken());
        await app.GoToAsync("2026-03-29T08:00:00Z");
        Assert.Single(app.Taken());
    }
}
