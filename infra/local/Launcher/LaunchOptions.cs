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
          --cohort                plays 155 people through nine months first, which takes some minutes; its time begins on Monday 5 January 2026
          --seed 5                what the people's choices grow from: the same seed plays the same
          --verbose               shows what the functions log
        """;

    public int Port { get; init; } = 7071;

    public int SimulatorPort { get; init; } = 7090;

    public string? Now { get; init; }

    public string? DataFolder { get; init; }

    public bool HasDemonstration { get; init; } = true;

    /// <summary>Whether the demonstration is a whole cohort.</summary>
    public bool HasCohort { get; init; }

    /// <summary>Of the first ten seeds, the one whose cohort lies nearest to the middle of what its plan gives.</summary>
    public int Seed { get; init; } = 5;

    /// <summary>When the study's time begins: a cohort's on a certain Monday, so that it goes the same way whenever it is played.</summary>
    public string? Begins => Now ?? (HasCohort ? "2026-01-05T09:00:00Z" : null);

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
                case "--cohort":
                    options = options with { HasCohort = true };
                    break;
                case "--seed":
                    options = options with { Seed = SeedOf(argument, left) };
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

    private static int SeedOf(string argument, Queue<string> left) =>
        int.TryParse(ValueOf(argument, left), NumberStyles.None, CultureInfo.InvariantCulture, out int seed)
            ? seed
            : throw new LaunchException($"{argument} needs a whole number, such as 1.");

    private static int PortOf(string argument, Queue<string> left) =>
        int.TryParse(ValueOf(argument, left), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new LaunchException($"{argument} needs a port from 1 to 65535.");
}
