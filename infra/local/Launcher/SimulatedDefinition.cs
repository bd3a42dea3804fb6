using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Local.Launcher;

/// <summary>
/// The study's definition, marked as simulated, in a file of its own for as long as the launcher runs: nobody here exists, and all
/// that the functions show and export has to say so.
/// </summary>
public sealed partial class SimulatedDefinition : IDisposable
{
    private const string Setting = "Study__Path";

    private readonly DirectoryInfo folder;

    private SimulatedDefinition(DirectoryInfo folder, string path, Study study) => (this.folder, Path, Study) = (folder, path, study);

    /// <summary>Where the marked definition is.</summary>
    public string Path { get; }

    public Study Study { get; }

    /// <summary>Writes the definition that the functions would take, marked.</summary>
    /// <exception cref="LaunchException">There is none, or it has errors.</exception>
    public static SimulatedDefinition Write()
    {
        string wanted = Wanted();
        if (wanted.StartsWith("blob:", StringComparison.Ordinal))
        {
            throw new LaunchException($"{Setting} names {wanted}, and there is no storage yet that could hold it: name a file.");
        }

        string source = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Checkout.Functions)!, wanted);
        if (!File.Exists(source))
        {
            throw new LaunchException($"{Setting} names a study definition that isn't there: {source}.");
        }

        (string yaml, Study study) = Mark(File.ReadAllText(source), source);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("connecting-people-");
        string path = System.IO.Path.Combine(folder.FullName, System.IO.Path.GetFileName(source));
        File.WriteAllText(path, yaml);
        return new SimulatedDefinition(folder, path, study);
    }

    /// <summary>Marks a definition. All else in it, comments too, stays to the letter; what comes of it is loaded to make sure.</summary>
    /// <param name="yaml">The definition.</param>
    /// <param name="name">How errors name it.</param>
    /// <exception cref="LaunchException">It has errors, or is written so that the mark can't be put in.</exception>
    public static (string Yaml, Study Study) Mark(string yaml, string name)
    {
        Study study = Load(yaml, name);
        if (study.IsSimulated)
        {
            return (yaml, study);
        }

        string marked = Head().Replace(yaml, "${head}${indent}simulated: true\n${indent}", 1);
        return Load(marked, name) is { IsSimulated: true } simulated
            ? (marked, simulated)
            : throw new LaunchException($"{name} can't be marked as simulated: let it say 'simulated: true' under 'study:' itself.");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Study Load(string yaml, string name)
    {
        Loaded<Study> loaded = StudyDefinition.Load(yaml, name);
        return loaded.Value ?? throw new LaunchException($"The study definition can't be used. Mend these, then start again:\n{string.Join('\n', loaded.Errors)}");
    }

    /// <summary>As the functions find it: from the environment, else from <c>local.settings.json</c>.</summary>
    private static string Wanted()
    {
        string settings = System.IO.Path.Combine(Checkout.Root, "local.settings.json");
        string? set = Environment.GetEnvironmentVariable(Setting);
        if (string.IsNullOrEmpty(set) && File.Exists(settings))
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(settings), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            set = file.RootElement.TryGetProperty("Values", out JsonElement values) && values.TryGetProperty(Setting, out JsonElement path) ? path.GetString() : null;
        }

        return string.IsNullOrEmpty(set) ? System.IO.Path.Combine("Studies", "connecting-people.yaml") : set;
    }

    /// <summary>The key <c>study</c> at the left edge, with a mapping in lines of its own below.</summary>
    [GeneratedRegex(@"^(?<head>study:[ \t]*(?:#[^\n]*)?\r?\n)(?<indent>[ ]+)(?=[^\s#])", RegexOptions.Multiline)]
    private static partial Regex Head();
}
