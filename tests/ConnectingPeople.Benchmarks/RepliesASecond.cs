using System.Diagnostics;
using System.Globalization;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Twilio;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ConnectingPeople.Benchmarks;

/// <summary>Replies a second through HTTP, signature and all, against the same three storage calls alone in the same run.</summary>
internal static class RepliesASecond
{
    private const int People = 600;
    private const int AtOnce = 16;

    private static readonly string[] Texts = ["3", "about 4", "yes"];

    public static async Task RunAsync()
    {
        await using BenchmarkApp app = await BenchmarkApp.StartAsync(People);
        await app.GoToAsync("2026-01-08T11:00:00Z");
        Rows rows = await Rows.OfAsync(app);
        await PerSecondAsync((person, turn) => rows.WriteAsync(person, $"SM-warm-{person}-{turn}"));
        double bare = 0;
        double http = 0;
        for (int turn = 0; turn < Texts.Length; turn++)
        {
            int at = turn;
            bare += await PerSecondAsync((person, _) => rows.WriteAsync(person, $"SM-before-{person}-{at}")) / 2;
            http += await PerSecondAsync((person, _) => SendAsync(app, person, Texts[at], $"SM-http-{person}-{at}"));
            bare += await PerSecondAsync((person, _) => rows.WriteAsync(person, $"SM-after-{person}-{at}")) / 2;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"replies through HTTP and Azurite: {http / Texts.Length:N0} a second, bare three calls {bare / Texts.Length:N0} a second: {http / bare:P0}, at least 80 %"));
    }

    public static async Task SendAsync(BenchmarkApp app, int person, string text, string sid)
    {
        Uri url = new(app.Http.BaseAddress!, "/webhooks/twilio/messages");
        Dictionary<string, string> form = new() { ["MessageSid"] = sid, ["From"] = BenchmarkApp.Phone(person), ["Body"] = text, ["NumMedia"] = "0" };
        using HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(Signature.Header, Signature.Of(url, form, new SimulatorOptions().AuthToken));
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<double> PerSecondAsync(Func<int, int, Task> work)
    {
        long started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, People), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, _) => await work(person, 0));
        return People / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The three storage calls of a reply and nothing else: look up, load, commit what was decided beforehand.</summary>
    private sealed class Rows(ContactStore contacts, ParticipantStore participants, Decision[] decided)
    {
        public static async Task<Rows> OfAsync(BenchmarkApp app)
        {
            ContactStore contacts = app.Services.GetRequiredService<ContactStore>();
            ParticipantStore participants = app.Services.GetRequiredService<ParticipantStore>();
            Study study = app.Services.GetRequiredService<Study>();
            Decision[] decided = new Decision[People];
            for (int person = 0; person < People; person++)
            {
                Caller caller = (await contacts.FindAsync(BenchmarkApp.Phone(person), default))!;
                Stored stored = (await participants.LoadAsync(caller.Id, default))!;
                Decision decision = Replying.Decide(stored.Person, new Inbound("SM", "3", Instant.FromUtc(2026, 1, 8, 11, 1)), study);
                decided[person] = decision with { Person = stored.Person };
            }

            return new Rows(contacts, participants, decided);
        }

        public async Task WriteAsync(int person, string message)
        {
            Caller caller = (await contacts.FindAsync(BenchmarkApp.Phone(person), default))!;
            Stored stored = (await participants.LoadAsync(caller.Id, default))!;
            Decision decision = decided[person];
            decision = decision with { Heard = decision.Heard! with { ProviderId = message }, Person = stored.Person };
            _ = await participants.CommitAsync(stored, decision, default) ?? throw new InvalidOperationException("The race was lost.");
        }
    }
}
