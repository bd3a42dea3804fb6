using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>
/// One app for all tests of a class, which run one after another: each enrols people of its own, and none asks for a clock that
/// stands where an earlier test may have moved it from.
/// </summary>
public sealed class SharedApp : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await App.StartAsync();
        await App.AddStaffAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>What tests of a shared app need to keep out of each other's way.</summary>
public static class SharedApps
{
    private static int numbers = 199;

    /// <summary>A number that nobody else in this run has; one of those that are kept for drama.</summary>
    public static string NewPhone() => $"+447700900{Interlocked.Increment(ref numbers)}";

    public static Instant Now(this App app) => app.Services.GetRequiredService<IClock>().GetCurrentInstant();

    /// <summary>Moves the clock to the next Thursday at 11:00 in London, when everybody of <see cref="People.Form"/> is asked.</summary>
    /// <returns>That day.</returns>
    public static async Task<LocalDate> GoToCheckInAsync(this App app)
    {
        DateTimeZone london = DateTimeZoneProviders.Tzdb["Europe/London"];
        LocalDate thursday = app.Now().InZone(london).Date.Next(IsoDayOfWeek.Thursday);
        await app.GoToAsync(thursday.At(new LocalTime(11, 0)).InZoneStrictly(london).ToInstant().ToString());
        return thursday;
    }
}
