using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Twilio;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Benchmarks;

/// <summary>Replies a second through HTTP, signature and all, against the same three storage calls alone in the same run.</summary>
internal static class Replies
{
    private const int People = 300;
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
            bare += await PerSecondAsync((person, _) => rows.WriteAsync(person, $"SM-bare-{person}-{at}"));
            http += await PerSecondAsync((person, _) => SendAsync(app, person, Texts[at], $"SM-http-{person}-{at}"));
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

    /// <summary>Rows like those of a reply, for the ceiling: look up, load, commit three rows.</summary>
    private sealed class Rows(StorageClients clients, string[] ids, string state)
    {
        public static async Task<Rows> OfAsync(BenchmarkApp app)
        {
            StorageClients clients = app.Services.GetRequiredService<StorageClients>();
            string[] ids = [.. Enumerable.Range(0, People).Select(person => $"bare-{person}")];
            string state = "";
            await foreach (TableEntity row in clients.Participants.QueryAsync<TableEntity>(row => row.RowKey == ParticipantRows.State, maxPerPage: 1))
            {
                state = row.GetString("State");
                break;
            }

            foreach (string id in ids)
            {
                await clients.Contacts.AddEntityAsync(new TableEntity(id, "contact") { ["Participant"] = id });
                await clients.Participants.AddEntityAsync(new TableEntity(id, "bare") { ["State"] = state });
            }

            return new Rows(clients, ids, state);
        }

        public async Task WriteAsync(int person, string message)
        {
            string id = ids[person];
            await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(id, "contact");
            NullableResponse<TableEntity> row = await clients.Participants.GetEntityIfExistsAsync<TableEntity>(id, "bare");
            await clients.Participants.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, new TableEntity(id, "bare") { ["State"] = state }, row.Value!.ETag),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(id, "check-in") { ["State"] = state[..(state.Length / 3)] }),
                new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(id, message) { ["Text"] = "3", ["Reply"] = "How many?", ["Direction"] = "in" }),
            ]);
        }
    }
}
