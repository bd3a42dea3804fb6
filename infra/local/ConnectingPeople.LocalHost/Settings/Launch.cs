namespace ConnectingPeople.LocalHost.Settings;

/// <summary>What one host is started with.</summary>
/// <param name="Arguments">The command line.</param>
/// <param name="Types">The classes in which functions are looked for.</param>
internal sealed record Launch(string[] Arguments, IReadOnlyCollection<Type> Types)
{
    /// <summary>The app's output, where <c>host.json</c> is.</summary>
    public string AppFolder { get; init; } = AppContext.BaseDirectory;

    /// <summary>Where the search for the settings files begins.</summary>
    public string CurrentFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>How long a taken message stays hidden from others; renewed while its function runs.</summary>
    /// <remarks>The real host takes ten minutes. Here a killed process must not hold its messages for longer than a person waits.</remarks>
    public TimeSpan MessageLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long running functions may go on after the host was told to stop.</summary>
    public TimeSpan StopPatience { get; init; } = TimeSpan.FromSeconds(25);
}
