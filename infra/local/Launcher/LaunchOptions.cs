using System.Globalization;

namespace ConnectingPeople.Local.Launcher;

/// <summary>What the command line asks for.</summary>
public sealed record LaunchOptions
{
    public const string Usage = """
        Runs the whole study on this machine: storage, functions, and simulated phones and inboxes.

          --port 7071             where the functions answer
          --simulator-port 7090   where the phones and inboxes are
          --now INSTANT           when the study's time begins, such as 2026-01-05T09:00:00Z (the present)
          --data FOLDER           keeps the storage in a folder (in memory, gone when it ends)
          --no-demo               starts without the demonstration's participants
          --verbose               shows what the functions log
        """;

    public int Port { get; init; } = 7071;

    public int SimulatorPort { get; init; } = 7090;

    public string? Now { get; init; }

    public string? DataFolder { get; init; }

    public bool HasDemonstration { get; init; } = true;

    public bool IsVerbose { get; init; }

    /// <returns>The options, or null if only help is wanted.</returns>
    /// <exception cref="LaunchException">An argument can't be understood.</exception>
    public static LaunchOptions? Parse(string[] arguments)
    {
        LaunchOptions options = new();
        Queue<string> left = new(arguments);
        while (left.TryDequeue(out string? argument))
        {
            switch (argument)
            {
                case "--help" or "-h":
                    return null;
                case "--port":
                    options = options with { Port = PortOf(argument, left) };
                    break;
                case "--simulator-port":
                    options = options with { SimulatorPort = PortOf(argument, left) };
                    break;
                case "--now":
                    options = options with { Now = ValueOf(argument, left) };
                    break;
                case "--data":
                    options = options with { DataFolder = Path.GetFullPath(ValueOf(argument, left)) };
                    break;
                case "--demo" or "--no-demo":
                    options = options with { HasDemonstration = argument == "--demo" };
                    break;
                case "--verbose":
                    options = options with { IsVerbose = true };
                    break;
                default:
                    throw new LaunchException($"'{argument}' isn't an option.\n\n{Usage}");
            }
        }

        return options;
    }

    private static string ValueOf(string argument, Queue<string> left) =>
        left.TryDequeue(out string? value) ? value : throw new LaunchException($"{argument} needs a value.\n\n{Usage}");

    private static int PortOf(string argument, Queue<string> left) =>
        int.TryParse(ValueOf(argument, left), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new LaunchException($"{argument} needs a port from 1 to 65535.");
}
