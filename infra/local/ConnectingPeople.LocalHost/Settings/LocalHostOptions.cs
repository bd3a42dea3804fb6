using System.Globalization;
using NodaTime.Text;

namespace ConnectingPeople.LocalHost.Settings;

/// <summary>What the emulator itself is told on the command line.</summary>
/// <param name="Port">Where it listens; 0 lets the system choose.</param>
/// <param name="Now">Where its clock starts; null for the present.</param>
internal sealed record LocalHostOptions(int Port, Instant? Now)
{
    /// <remarks>The command line alone is asked: PORT stands in many an environment and is meant for others.</remarks>
    /// <exception cref="StartException">A value can't be read.</exception>
    public static LocalHostOptions Read(IReadOnlyDictionary<string, string?> commandLine) =>
        new(
            ReadPort(commandLine.GetValueOrDefault("port") ?? "7071"),
            commandLine.GetValueOrDefault("now") is string now ? ReadNow(now) : null);

    private static int ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535
            ? port
            : throw new StartException($"--port {text} isn't a port. Give a number from 0 to 65535; 0 takes any free port.");

    private static Instant ReadNow(string text) =>
        OffsetDateTimePattern.Rfc3339.Parse(text).TryGetValue(default, out OffsetDateTime now)
            ? now.ToInstant()
            : throw new StartException($"--now {text} isn't an instant. Write it as 2026-01-05T09:00:00Z.");
}
