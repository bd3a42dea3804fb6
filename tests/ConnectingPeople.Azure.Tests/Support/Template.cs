using System.Text.Json;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Azure.Tests.Support;

/// <summary>
/// The compiled template of one environment, all modules expanded and all parameters put in, as the compiler's snapshot predicts
/// what Azure is asked for. What only Azure can know (the client id of an identity) stands there as an expression in brackets.
/// </summary>
public sealed class Template
{
    private static readonly Dictionary<string, Lazy<Task<Template>>> Made =
        ((string[])["test", "production"]).ToDictionary(name => name, name => new Lazy<Task<Template>>(() => CompileAsync(name)));

    private Template(JsonElement[] resources) => Resources = resources;

    public JsonElement[] Resources { get; }

    public static Task<Template> OfAsync(string environment) => Made[environment].Value;

    /// <summary>The folder of the template, copied so that what the compiler writes beside it harms nobody.</summary>
    public static DirectoryInfo Copy()
    {
        DirectoryInfo copy = Directory.CreateTempSubdirectory("connecting-people-azure-");
        string source = Repository.PathTo("infra", "azure");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy.FullName, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>All resources of a type, such as <c>Microsoft.Storage/storageAccounts</c>.</summary>
    public IEnumerable<JsonElement> All(string type) => Resources.Where(resource => resource.Text("type") == type);

    /// <summary>The one resource of a type whose name holds this.</summary>
    public JsonElement One(string type, string name = "") => Assert.Single(All(type), resource => resource.Text("name").Contains(name, StringComparison.Ordinal));

    /// <summary>The app's settings.</summary>
    public Dictionary<string, string> Settings() => One("Microsoft.Web/sites/config", "appsettings").GetProperty("properties")
        .EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    private static async Task<Template> CompileAsync(string environment)
    {
        DirectoryInfo folder = Copy();
        try
        {
            Said said = await Bicep.RunAsync(folder.FullName, Site.Variables, "snapshot", $"{environment}.bicepparam", "--mode", "overwrite",
                "--tenant-id", "44444444-4444-4444-8444-444444444444", "--subscription-id", "33333333-3333-4333-8333-333333333333",
                "--resource-group", "rg-connecting-people", "--location", "uksouth");
            Assert.True(said.ExitCode == 0, said.Error);
            using JsonDocument snapshot = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, $"{environment}.snapshot.json")));
            Assert.Empty(snapshot.RootElement.GetProperty("diagnostics").EnumerateArray());
            return new Template([.. snapshot.RootElement.GetProperty("predictedResources").EnumerateArray().Select(resource => resource.Clone())]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
