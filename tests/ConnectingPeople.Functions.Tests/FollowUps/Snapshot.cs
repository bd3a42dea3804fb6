using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>All files of an export, downloaded into a folder of their own, as a researcher has them on a laptop.</summary>
public sealed class Snapshot : IDisposable
{
    private Snapshot(string folder, JsonElement manifest) => (Folder, Manifest) = (folder, manifest);

    public string Folder { get; }

    public JsonElement Manifest { get; }

    /// <summary>The names of all files, in the order of the manifest.</summary>
    public IEnumerable<string> Files => Manifest.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!);

    /// <summary>The names of all datasets.</summary>
    public IEnumerable<string> Datasets => Files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal)).Select(file => file[..^4]);

    /// <summary>Downloads all of it, people's own words with it, which an administrator releases for that.</summary>
    public static async Task<Snapshot> OfAsync(App app, string export)
    {
        await app.PostAsync("administrator", $"/api/exports/{export}/release-free-text");
        Snapshot snapshot = new(Directory.CreateTempSubdirectory("snapshot-").FullName, await app.ManifestAsync(export));
        foreach (string file in snapshot.Files.Append("manifest.json"))
        {
            await File.WriteAllBytesAsync(snapshot.PathTo(file), await app.BytesAsync(export, file));
        }

        return snapshot;
    }

    public string PathTo(string file) => Path.Combine(Folder, file);

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string dataset) => Exporting.Rows(File.ReadAllBytes(PathTo($"{dataset}.csv")));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
