using System.Text.Json;

namespace ConnectingPeople.Simulator.Study;

/// <summary>An export as last heard of.</summary>
public sealed record Export(string Id, string State, int Percent, IReadOnlyList<string> Files);

/// <summary>The exports asked for here, followed until they are there.</summary>
public sealed class Exports(StudyApi study, Errands errands, Changes changes)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Lock gate = new();
    private readonly List<Export> exports = [];

    public IReadOnlyList<Export> All
    {
        get
        {
            lock (gate)
            {
                return [.. exports];
            }
        }
    }

    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> MakeAsync(CancellationToken cancellation)
    {
        StudyAnswer answer = await study.CallAsync(HttpMethod.Post, "/api/exports", StudyApi.Researcher, new { }, cancellation);
        if (answer is { Trouble: null, Location: string location })
        {
            errands.AddAside(stopping => FollowAsync(location, stopping));
        }

        return answer.Trouble;
    }

    private async Task FollowAsync(string location, CancellationToken cancellation)
    {
        Export export = await AskAsync(location, cancellation);
        while (export.State is "queued" or "running")
        {
            await Task.Delay(Pause, cancellation);
            export = await AskAsync(location, cancellation);
        }
    }

    private async Task<Export> AskAsync(string location, CancellationToken cancellation)
    {
        StudyAnswer answer = await study.CallAsync(HttpMethod.Get, location, StudyApi.Researcher, body: null, cancellation);
        Export export = answer.Trouble is null ? Read(answer.Body) : new Export(location.Split('/')[^1], "failed", 0, []);
        Put(export);
        return export;
    }

    private void Put(Export export)
    {
        lock (gate)
        {
            exports.RemoveAll(known => known.Id == export.Id);
            exports.Insert(0, export);
        }

        changes.Tell();
    }

    private static Export Read(JsonElement body) => new(
        body.GetProperty("id").GetString()!,
        body.TryGetProperty("state", out JsonElement state) ? state.GetString()! : "queued",
        body.TryGetProperty("percent", out JsonElement percent) && percent.TryGetInt32(out int done) ? done : 0,
        body.TryGetProperty("files", out JsonElement files) && files.ValueKind == JsonValueKind.Array ? [.. files.EnumerateArray().Select(NameOf)] : []);

    private static string NameOf(JsonElement file) => file.ValueKind == JsonValueKind.String ? file.GetString()! : file.GetProperty("name").GetString()!;
}
