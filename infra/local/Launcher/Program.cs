using System.Runtime.InteropServices;
using ConnectingPeople.Local.Launcher;

using CancellationTokenSource ended = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
try
{
    if (LaunchOptions.Parse(args) is { } options)
    {
        await Launch.RunAsync(options, Console.Out, ended.Token);
    }
    else
    {
        Console.WriteLine(LaunchOptions.Usage);
    }

    return 0;
}
catch (LaunchException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ended.Cancel();
}
