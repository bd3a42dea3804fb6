using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Digests;

/// <summary>
/// An instance dies before or after each single call to storage on the way of the digests; another carries on. Nobody is left out.
/// Mail that went before its outcome was written down goes once more, as alerts do.
/// </summary>
public sealed class DigestCrashTests
{
    /// <summary>The calls of the other timers of that minute, and of the digests' own, which the host runs again when it starts.</summary>
    private const int MinutesWork = 8;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Digests_survive_a_crash_at_every_call_to_storage(bool after)
    {
        StorageObserver storage = new();
        await using App app = await Team.StartAsync(storage, Team.Sue);
        await app.EnrolAsync(timeZone: "Etc/UTC");
        LocalDate monday = new(2026, 1, 12);
        int crash = 0;
        int both = 0;
        for (bool crashed = true; crashed && crash < 90; crash++, monday = monday.PlusWeeks(1))
        {
            storage.Reset();
            await app.GoToAsync($"{monday:uuuu-MM-dd}T07:29:00Z");
            storage.Reset(crash, after);
            await app.GoToAsync($"{monday:uuuu-MM-dd}T07:30:00Z");
            crashed = storage.Crashed;
            storage.Reset();
            await app.AdvanceAsync("PT24M", "PT1M");

            int pat = app.Digests($"{monday.PlusDays(-7):uuuu-MM-dd}", People.Practitioner).Count;
            int sue = app.Digests($"{monday.PlusDays(-7):uuuu-MM-dd}", Team.Sue).Count;
            Assert.True((pat, sue) is (1 or 2, 1 or 2) or (0, 0), $"crash {crash}: {pat} to Pat, {sue} to Sue");
            both += pat > 0 ? 1 : 0;
        }

        Assert.InRange(crash, 20, 89);
        Assert.True(crash - both <= MinutesWork, $"{both} of {crash}: only a timer that died before it left its message is not made good here");
    }
}
