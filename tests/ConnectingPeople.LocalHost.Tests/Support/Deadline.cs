namespace ConnectingPeople.LocalHost.Tests.Support;

/// <summary>How long tests wait for what must come.</summary>
internal static class Deadline
{
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Asks again and again until something holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using CancellationTokenSource late = new(Patience);
        while (!await holds())
        {
            await Task.Delay(20, late.Token);
        }
    }
}
