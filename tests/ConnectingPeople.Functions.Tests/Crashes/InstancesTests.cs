using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.Crashes;

/// <summary>Two instances of the app on one storage, as Azure runs them: neither knows of the other, and no two clocks agree.</summary>
public sealed class InstancesTests
{
    private const int Everybody = 10;

    [Fact]
    public async Task Two_that_start_and_wake_at_once_ask_everybody_once()
    {
        await using SlowProvider provider = await SlowProvider.StartAsync();
        string storage = await Azurite.NewAccountAsync();
        App[] both = await Task.WhenAll(StartAsync(provider, storage, App.Monday), StartAsync(provider, storage, App.Monday));
        await using App first = both[0];
        await using App second = both[1];
        List<string> ids = [];
        for (int n = 0; n < Everybody; n++)
        {
            ids.Add(await both[n % 2].EnrolAsync($"+4477009005{n:00}", $"Person {(char)('A' + n)}"));
        }

        await Task.WhenAll(both.Select(app => app.GoToAsync("2026-01-08T11:00:00Z")));
        await Task.WhenAll(both.Select(app => app.AdvanceAsync("PT15M", "PT1M")));

        Assert.Equal(Everybody, provider.Taken);
        foreach (string id in ids)
        {
            Assert.Equal(["accepted"], await first.StatusesAsync(id));
        }
    }

    [Fact]
    public async Task A_clock_that_is_a_minute_slow_takes_the_reply_to_what_it_would_not_have_sent_yet_and_sends_nothing_again()
    {
        await using SlowProvider provider = await SlowProvider.StartAsync();
        string storage = await Azurite.NewAccountAsync();
        await using App right = await StartAsync(provider, storage, "2026-01-05T09:01:00Z");
        await using App slow = await StartAsync(provider, storage, "2026-01-05T09:00:00Z");
        string id = await right.EnrolAsync();
        await right.GoToAsync("2026-01-08T11:00:10Z");
        await slow.GoToAsync("2026-01-08T10:59:10Z");

        string? goal = (await slow.TextAsync(People.Amira, "3")).Said();
        string? people = (await right.TextAsync(People.Amira, "4")).Said();
        await slow.AdvanceAsync("PT15M", "PT1M");

        Assert.StartsWith("How many", goal, StringComparison.Ordinal);
        Assert.StartsWith("In the last 7 days", people, StringComparison.Ordinal);
        Assert.Equal(1, provider.Taken);
        Assert.Equal(["accepted"], await right.StatusesAsync(id));
    }

    private static async Task<App> StartAsync(SlowProvider provider, string storage, string now)
    {
        App app = await App.StartAsync(now, storage, settings: $"--Twilio__BaseUrl={provider.Url}");
        await Deadline.UntilAsync(async () => (await app.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        return app;
    }
}
