using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Functions.Tests;

public sealed class StoryTests
{
    [Fact]
    public async Task A_person_is_enrolled_checked_in_with_understood_and_thanked()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();

        await app.GoToAsync("2026-01-08T10:59:00Z");
        Assert.Empty(app.Phones.Received(People.Amira));

        await app.GoToAsync("2026-01-08T11:00:00Z");
        string first = Assert.Single(app.Phones.Received(People.Amira));
        Assert.StartsWith("Hi Amira", first, StringComparison.Ordinal);
        Assert.Contains("Join the walking group", first, StringComparison.Ordinal);

        foreach (string reply in (string[])["3", "about 4", "yes", "not really", "4", "skip"])
        {
            TwilioMessage taken = await app.Phones.TypeAsync(People.Amira, reply);
            Assert.Null(taken.Trouble);
        }

        Assert.StartsWith("Thank you, Amira", app.Phones.Received(People.Amira)[^1], StringComparison.Ordinal);
        Answer amira = await app.GetAsync("practitioner:pat@example.org", $"/api/participants/{id}");
        var checkIn = amira.Json.GetProperty("checkIns").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "weekly-2026-01-08");
        Assert.Equal("completed", checkIn.GetProperty("status").GetString());
        Assert.Equal(["3", "4", "yes", "no", "4", null], checkIn.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task A_person_who_does_not_answer_is_reminded_once_and_then_left_in_peace()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();

        await app.AdvanceAsync("P7D");

        IReadOnlyList<string> received = app.Phones.Received(People.Amira);
        Assert.Equal(2, received.Count);
        Assert.Contains("whenever you're ready", received[1], StringComparison.Ordinal);
    }
}
