namespace ConnectingPeople.LocalHost.Clock;

/// <summary>What happened while the clock was moved.</summary>
/// <param name="Steps">How often it was moved.</param>
/// <param name="TimersRun">How many runs of timers fell due.</param>
/// <param name="MessagesProcessed">How many messages succeeded or were poisoned.</param>
/// <param name="RequestsLinger">Whether requests ran on for so long that they were no longer waited for.</param>
internal readonly record struct Journey(int Steps, int TimersRun, int MessagesProcessed, bool RequestsLinger);
