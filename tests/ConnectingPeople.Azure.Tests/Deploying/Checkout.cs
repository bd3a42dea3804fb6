using ConnectingPeople.Azure.Tests.Support;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Azure.Tests.Deploying;

/// <summary>A checkout of its own with the scripts and the template, and stand-ins for the Azure CLI, the SDK and the deployed app.</summary>
public sealed class Checkout : IDisposable
{
    private readonly DirectoryInfo folder = Template.Copy();
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("connecting-people-state-");

    private Checkout()
    {
    }

    private string App => Path.Combine(folder.FullName, "functions", "ConnectingPeople.Functions");

    /// <summary>What the person who deploys has set.</summary>
    public Dictionary<string, string> Variables { get; } = new(Site.Variables);

    public static async Task<Checkout> MakeAsync()
    {
        Checkout made = new();
        string inside = Path.Combine(made.folder.FullName, "infra", "azure");
        FileSystemInfo[] copied = made.folder.GetFileSystemInfos();
        Directory.CreateDirectory(inside);
        foreach (FileSystemInfo item in copied)
        {
            Directory.Move(item.FullName, Path.Combine(inside, item.Name));
        }

        Directory.CreateDirectory(made.App);
        await made.GitAsync("init", "--quiet");
        await made.CommitAsync();
        made.Keep("group", "");
        made.Keep("secrets", "Twilio--AuthToken\nSendGrid--ApiKey\nPrivacy--ContactKeys--0\nPrivacy--LookupKey\nPrivacy--LinkKey\n");
        return made;
    }

    /// <summary>Makes a new commit.</summary>
    /// <returns>Its short id.</returns>
    public async Task<string> CommitAsync()
    {
        File.AppendAllText(Path.Combine(App, "Program.cs"), "// One more change.\n");
        await GitAsync("add", "--all");
        await GitAsync("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "A release");
        return (await GitAsync("rev-parse", "--short=12", "HEAD")).Output.Trim();
    }

    public void ChangeWithoutCommitting() => File.AppendAllText(Path.Combine(App, "Program.cs"), "// Not committed.\n");

    /// <summary>Lays down what Azure has, by the name that the stand-ins know it under.</summary>
    public void Keep(string name, string content) => File.WriteAllText(Path.Combine(state.FullName, name), content);

    public void Forget(string name) => File.Delete(Path.Combine(state.FullName, name));

    /// <returns>What Azure has; empty if nothing.</returns>
    public string Kept(string name) => Path.Combine(state.FullName, name) is string file && File.Exists(file) ? File.ReadAllText(file).Trim() : "";

    /// <summary>The calls so far that begin so.</summary>
    public string[] Calls(string start = "") => [.. Kept("calls").Split('\n').Where(call => call.StartsWith(start, StringComparison.Ordinal) && call.Length > 0)];

    public Task<Said> RunAsync(string script, params string[] arguments) => Command.RunAsync("bash", folder.FullName, new Dictionary<string, string>(Variables)
    {
        ["PATH"] = $"{Repository.PathTo("tests", "ConnectingPeople.Azure.Tests", "Deploying", "stand-ins")}:{Environment.GetEnvironmentVariable("PATH")}",
        ["STATE"] = state.FullName,
        ["BICEP"] = Bicep.Path,
        ["SMOKE_TRIES"] = "4",
        ["SMOKE_PAUSE"] = "0",
    }, [$"infra/azure/{script}", .. arguments]);

    public void Dispose()
    {
        folder.Delete(recursive: true);
        state.Delete(recursive: true);
    }

    private async Task<Said> GitAsync(params string[] arguments)
    {
        Said said = await Command.RunAsync("git", folder.FullName, new Dictionary<string, string>(), arguments);
        Assert.True(said.ExitCode == 0, said.Error);
        return said;
    }
}
