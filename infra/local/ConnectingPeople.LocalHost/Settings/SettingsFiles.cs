using System.Text.Json;

namespace ConnectingPeople.LocalHost.Settings;

/// <summary>Finds and reads <c>local.settings.json</c> and the sample beside it.</summary>
internal static class SettingsFiles
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the <c>Values</c> of the nearest file of a name; none if there is no such file.</summary>
    /// <exception cref="StartException">The file isn't what it should be.</exception>
    public static Dictionary<string, string?> Read(string name, Launch launch) =>
        Folders(launch).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is string path ? Values(path) : [];

    /// <remarks>The climb ends at the folder of <c>host.json</c>, which is the app's top: what lies above belongs to others.</remarks>
    private static IEnumerable<string> Folders(Launch launch)
    {
        List<string> climbed = [];
        for (DirectoryInfo? folder = new(launch.CurrentFolder); folder is not null; folder = folder.Parent)
        {
            climbed.Add(folder.FullName);
            if (File.Exists(Path.Combine(folder.FullName, HostJson.FileName)))
            {
                return [.. climbed, launch.AppFolder];
            }
        }

        return [launch.CurrentFolder, launch.AppFolder];
    }

    private static Dictionary<string, string?> Values(string path)
    {
        try
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return file.RootElement.TryGetProperty("Values", out JsonElement values)
                ? values.EnumerateObject().ToDictionary(value => SettingName.ToKey(value.Name), value => (string?)value.Value.ToString())
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new StartException($"{path} can't be read: {e.Message} It must be JSON with an object \"Values\" of names and texts.", e);
        }
    }
}
