using System.Diagnostics;
using System.Text.Json;

namespace ConnectingPeople.Testing;

/// <summary>Asks an outside judge: a script of <c>tests/judges</c> around the providers' own libraries.</summary>
public static class Judge
{
    /// <exception cref="InvalidOperationException">The judges aren't installed, or the script failed.</exception>
    public static async Task<JsonElement> AskAsync(string script, object question, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(Repository.PathTo("tests", "judges", "node_modules")))
        {
            throw new InvalidOperationException("The judges aren't installed. Run: npm ci --prefix tests/judges");
        }

        string path = Repository.PathTo("tests", "judges", script);
        using Process node = Process.Start(new ProcessStartInfo("node", [path]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(question, JsonSerializerOptions.Web));
        node.StandardInput.Close();
        Task<string> trouble = node.StandardError.ReadToEndAsync(cancellation);
        string answer = await node.StandardOutput.ReadToEndAsync(cancellation);
        await node.WaitForExitAsync(cancellation);
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<JsonElement>(answer) : throw new InvalidOperationException(await trouble);
    }
}
