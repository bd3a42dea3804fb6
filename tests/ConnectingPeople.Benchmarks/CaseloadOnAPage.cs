using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ConnectingPeople.Benchmarks;

/// <summary>The caseload of 500 people with nine months of answers each, over HTTP, Azurite behind it.</summary>
internal static class CaseloadOnAPage
{
    private const int People = 500;
    private const int Weeks = 39;
    private const int Rounds = 9;

    private static readonly Instant Enrolled = Instant.FromUtc(2025, 4, 7, 9, 0);

    public static async Task RunAsync()
    {
        await using BenchmarkApp app = await BenchmarkApp.StartAsync(0);
        await Parallel.ForEachAsync(Enumerable.Range(1, People), async (n, cancellation) => await StoreAsync(app, Somebody(n), cancellation));
        app.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local-practitioner:pat@example.org");
        await app.Http.GetByteArrayAsync("/caseload");
        List<double> times = [];
        int bytes = 0;
        int calls = 0;
        TimeSpan work = Environment.CpuUsage.TotalTime;
        for (int round = 0; round < Rounds; round++)
        {
            app.Calls.Reset();
            long start = Stopwatch.GetTimestamp();
            bytes = (await app.Http.GetByteArrayAsync("/caseload")).Length;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            calls = app.Calls.Count;
        }

        work = Environment.CpuUsage.TotalTime - work;
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"caseload of {People} on one page: {calls} storage transactions, at most 20; {times[Rounds / 2]:0} ms (best {times[0]:0}), at most 300, of which {work.TotalMilliseconds / Rounds:0} ms of the processor; {bytes / 1024} KB"));
    }

    private static async Task StoreAsync(BenchmarkApp app, Participant person, CancellationToken cancellation)
    {
        await app.Services.GetRequiredService<ParticipantStore>().InsertAsync(person, cancellation);
        await app.Services.GetRequiredService<ContactStore>().SaveAsync(person.Id, new Contact($"Person {person.Id}", null, null), cancellation);
        await app.Services.GetRequiredService<AgencyStore>().ListAsync(person.Id, person.Profile, cancellation);
    }

    private static Participant Somebody(int number)
    {
        Participant person = new()
        {
            Id = ParticipantId.From((uint)(number * 7919)),
            StatusAt = Enrolled,
            HeardAt = Enrolled + Duration.FromDays(number % 270),
            Goals = [new Goal("g1", "Join the walking group", new LocalDate(2025, 4, 7))],
            GoalsEver = 1,
            Past = new PastCheckIns(string.Join('|', Enumerable.Range(0, Weeks).Select(Week))),
            Profile = new Profile
            {
                AgencyId = "north",
                Practitioner = "pat@example.org",
                ClientGroup = ClientGroup.MentalHealth,
                Channel = Channel.Sms,
                Language = "en-GB",
                TimeZone = "Europe/London",
                Consent = new Consent(new LocalDate(2025, 4, 1), "1"),
                EnrolledAt = Enrolled,
            },
        };
        return number % 5 > 0 ? person : person.With(new Alert
        {
            Id = "goal-stuck-2026-01-01",
            Rule = RuleNames.GoalStuck,
            Severity = Severity.Routine,
            RaisedAt = Instant.FromUtc(2026, 1, 1, 9, 0),
            Summary = "A goal has not moved on in the last 4 check-ins about it.",
        });
    }

    private static string Week(int week)
    {
        Instant at = Enrolled + Duration.FromDays(7 * week);
        return $"weekly-{at.InUtc().Date:uuuu-MM-dd} Completed {at.ToUnixTimeSeconds()}  g1 goal={1 + (week % 4)} people={week % 9} new-person=yes connected={1 + (week % 5)} barrier=travel";
    }
}
