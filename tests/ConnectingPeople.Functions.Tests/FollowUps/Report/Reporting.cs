using System.Text;
using ConnectingPeople.Functions.FollowUps.Report;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConnectingPeople.Functions.Tests.FollowUps.Report;

/// <summary>Writes reports of files that a test has at hand.</summary>
internal static class Reporting
{
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    public static ReportHead Head { get; } = new(
        "Connecting People",
        "connecting-people",
        "2026.1",
        "0.1.0",
        "20260201T020000Z",
        Instant.FromUtc(2026, 2, 1, 2, 0),
        IsSimulated: false,
        [
            new ReportMeasure("resources", "Access to social resources", "points from 0 to 25", true),
            new ReportMeasure("inclusion", "Feeling included", "points from 2 to 18", true),
            new ReportMeasure("loneliness", "Loneliness", "points from 1 to 5", false),
            new ReportMeasure("cost", "Cost of services", "pounds in prices of 2024", null),
            new ReportMeasure("qaly", "Quality-adjusted life-years", "years", true, IsBetweenWaves: true),
        ],
        [
            new ReportQuestion(null, "goal", "How is \"(goal)\" going?"),
            new ReportQuestion(null, "people", "How many different people did you spend time with in the last 7 days?"),
            new ReportQuestion(null, "new-person", "Did you talk with anyone you hadn't met before?"),
            new ReportQuestion(null, "activity", "Did you go to a group, class or other activity in your area?"),
            new ReportQuestion(null, "connected", "How connected have you felt to other people this week?"),
            .. Wave("baseline"),
            .. Wave("nine-month"),
        ],
        GoalReached: 4);

    /// <param name="files">By name; what is missing the export doesn't have.</param>
    /// <param name="head">Null for <see cref="Head"/>.</param>
    public static async Task<string> WriteAsync(IReadOnlyDictionary<string, string> files, ReportHead? head = null)
    {
        using MemoryStream output = new();
        await new ReportWriter(Services, NullLoggerFactory.Instance).WriteAsync(
            (name, _) => Task.FromResult<Stream?>(files.TryGetValue(name, out string? text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null),
            head ?? Head,
            output,
            CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static IEnumerable<ReportQuestion> Wave(string wave) =>
    [
        new(wave, "advice", "How easy is it to get good advice from people you know?"),
        new(wave, "information", "How easy is it to hear from people you know what goes on locally?"),
        new(wave, "practical-help", "How easy is it to get a hand from people you know, such as a lift?"),
        new(wave, "included", "When people near you do things together, how often do you feel included?"),
        new(wave, "belonging", "How much do you feel at home in the area where you live?"),
        new(wave, "lonely", "In the last 2 weeks, how often were you lonelier than you'd like to be?"),
        new(wave, "services", "About how many appointments with health or care services have you had in the last 4 weeks?"),
    ];
}
