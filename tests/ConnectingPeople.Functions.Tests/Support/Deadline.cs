namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>How long tests wait for what must come.</summary>
public static class Deadline
{
    /// <summary>Asks again and again until something holds; three minutes at the most, since two cores run all tests at once.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using CancellationTokenSource late = new(TimeSpan.FromMinutes(3));
        while (!await holds())
        {
            await Task.Delay(20, late.Token);
        }
    }
}
