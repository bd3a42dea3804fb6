using System.Diagnostics;
using System.Text.Json;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Local.Tests;

/// <summary>Asks an outside judge: a script of <c>tests/judges</c> around the providers' own libraries.</summary>
public static class Judge
{
    public static async Task<JsonElement> AskAsync(string script, object question)
    {
        string path = Repository.PathTo("tests", "judges", script);
        Assert.True(Directory.Exists(Repository.PathTo("tests", "judges", "node_modules")), "The judges aren't installed. Run: npm ci --prefix tests/judges");
        using Process node = Process.Start(new ProcessStartInfo("node", [path]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(question, JsonSerializerOptions.Web));
        node.StandardInput.Close();
        Task<string> trouble = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string answer = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await trouble);
        return JsonSerializer.Deserialize<JsonElement>(answer);
    }
}
