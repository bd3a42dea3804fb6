using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace ConnectingPeople.Local.Launcher;

/// <summary>A process that ends with the launcher, and whose last words are kept for when it ends before.</summary>
public sealed class Child : IAsyncDisposable
{
    private const int LastLines = 25;
    private const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string name;
    private readonly Process process;
    private readonly Queue<string> last = [];
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly Task ended;

    private Child(string name, Process process, TextWriter? echo)
    {
        (this.name, this.process) = (name, process);
        ended = Task.WhenAll(ReadAsync(process.StandardOutput, echo), ReadAsync(process.StandardError, echo), process.WaitForExitAsync());
        _ = ended.ContinueWith(_ => lines.Writer.Complete(), TaskScheduler.Default);
    }

    /// <summary>What it writes, as it writes it.</summary>
    public ChannelReader<string> Lines => lines.Reader;

    public static Child Start(string name, ProcessStartInfo start, TextWriter? echo = null)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return new Child(name, Process.Start(start)!, echo);
    }

    /// <summary>Waits as long as it runs.</summary>
    /// <exception cref="LaunchException">It ended by itself; the message has its last lines.</exception>
    public async Task EndsAsync()
    {
        await ended;
        throw new LaunchException($"{name} ended with code {process.ExitCode}, so everything ends. Its last words:\n\n{string.Join('\n', last)}");
    }

    /// <summary>Asks it to stop, and makes it if it doesn't.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!OperatingSystem.IsWindows() && !process.HasExited)
        {
            _ = Kill(process.Id, Terminate);
            await ended.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        process.Kill(entireProcessTree: true);
        await ended;
        process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private async Task ReadAsync(StreamReader reader, TextWriter? echo)
    {
        while (await reader.ReadLineAsync() is string line)
        {
            Keep(line);
            echo?.WriteLine(line);
            lines.Writer.TryWrite(line);
        }
    }

    private void Keep(string line)
    {
        lock (last)
        {
            last.Enqueue(line);
            if (last.Count > LastLines)
            {
                last.Dequeue();
            }
        }
    }
}
