using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Functions.Tests.Messaging;

/// <summary>A message is handed over once, whatever the provider answers or forgets to answer.</summary>
public sealed class DeliveryTests
{
    private const string CheckIn = "weekly-2026-01-08";

    public static TheoryData<string> Failures() => ["429", "500", "503", "no-answer"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_send_that_fails_once_is_delivered_once(string failure)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Failure.Find(failure)!, times: 1);

        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.AdvanceAsync("PT15M", "PT1M");

        Assert.StartsWith("Hi Amira", Assert.Single(app.Phones.Received(People.Amira)), StringComparison.Ordinal);
        Assert.Single(app.Taken());
        Assert.Equal(["delivered"], await app.StatusesAsync(id));
        Assert.Equal(app.Taken()[0].Sid, (await app.MessageAsync(id, $"{CheckIn}.ask.1")).GetString("ProviderId"));
        Assert.StartsWith("How many", (await app.TextAsync(People.Amira, "3")).Said(), StringComparison.Ordinal);
        Assert.Empty(await app.AlertsAsync(id));
    }

    [Theory]
    [InlineData("19:30", "2026-01-08T19:30:00Z", "2026-01-08T20:00:00Z")]
    [InlineData("09:00", "2026-01-08T09:00:00Z", "2026-01-08T19:00:00Z")]
    public async Task The_provider_may_not_carry_a_message_into_the_night(string chosen, string sent, string leavesBy)
    {
        await using App app = await App.StartAsync();
        Dictionary<string, object?> form = People.Form();
        form["checkInTime"] = chosen;
        await app.AddStaffAsync();
        await app.PostAsync("administrator", "/api/participants", form);

        await app.GoToAsync(sent);

        // The app's clock runs on while the test waits for it.
        Instant latest = NodaTime.Text.InstantPattern.General.Parse(leavesBy).Value;
        Assert.InRange(Assert.Single(app.Taken()).ValidUntil!.Value, latest - Duration.FromMinutes(1), latest);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    public async Task A_provider_that_is_away_for_half_an_hour_loses_no_check_in(string failure)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Failure.Find(failure)!);
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.AdvanceAsync("PT30M", "PT1M");
        Assert.Empty(app.Taken());

        app.Phones.Failures.Clear(People.Amira);
        await app.AdvanceAsync("PT2H", "PT5M");

        Assert.Single(app.Taken());
        Assert.Empty(await app.AlertsAsync(id));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Nothing_is_tried_again_outside_sending_hours(string failure)
    {
        await using App app = await App.StartAsync();
        Dictionary<string, object?> late = People.Form();
        late["checkInTime"] = "19:58";
        await app.AddStaffAsync();
        await app.PostAsync("administrator", "/api/participants", late);
        app.Phones.Failures.Set(People.Amira, Failure.Find(failure)!, times: 3);

        await app.GoToAsync("2026-01-08T19:58:00Z");
        await app.AdvanceAsync("PT32M", "PT1M");
        await app.GoToAsync("2026-01-09T08:58:00Z");
        Assert.DoesNotContain(app.Taken(), message => message.CreatedAt >= Instant.FromUtc(2026, 1, 8, 20, 0));
        await app.AdvanceAsync("PT1H", "PT1M");

        TwilioMessage sent = Assert.Single(app.Taken());
        Assert.InRange(sent.CreatedAt.InUtc().TimeOfDay, new LocalTime(9, 0), new LocalTime(20, 0));
    }

    [Theory]
    [InlineData("429", "3")]
    [InlineData("500", "3")]
    [InlineData("429", "STOP")]
    [InlineData("500", "STOP")]
    [InlineData("500", "please stop texting me")]
    [InlineData("429", "PAUSE")]
    [InlineData("500", "PAUSE")]
    [InlineData("500", "pause")]
    [InlineData("429", "withdraw")]
    [InlineData("500", "withdraw")]
    public async Task Nothing_is_tried_again_once_the_person_has_moved_on(string failure, string what)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Failure.Find(failure)!, times: 1);
        await app.GoToAsync("2026-01-08T11:00:00Z");

        if (what is "withdraw" or "pause")
        {
            await app.PostAsync("administrator", $"/api/participants/{id}/{what}");
        }
        else
        {
            Assert.Null((await app.Phones.TypeAsync(People.Amira, what)).Trouble);
        }

        await app.AdvanceAsync("PT20M", "PT1M");

        Assert.Empty(app.Taken());
        Assert.Equal(["not-sent"], await app.StatusesAsync(id));
    }

    [Fact]
    public async Task A_message_that_nobody_can_tell_of_is_not_sent_again()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Failure.NoAnswer);
        await app.GoToAsync("2026-01-08T11:00:00Z");

        await app.AdvanceAsync("PT2H", "PT1M");

        Assert.Single(app.Taken());
        Assert.Equal(["delivered"], await app.StatusesAsync(id));
    }
}
