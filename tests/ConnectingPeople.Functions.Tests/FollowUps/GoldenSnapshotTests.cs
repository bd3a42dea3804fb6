using System.Text.RegularExpressions;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>
/// The snapshot of a small cohort, kept in the folder <c>Golden</c>: whatever changes in a file shows in its diff. After a change that
/// is meant, run these tests once with the environment variable <c>GOLDEN=write</c>, look at the diff, and commit it.
/// </summary>
public sealed partial class GoldenSnapshotTests
{
    private static readonly string Folder = Repository.PathTo("tests", "ConnectingPeople.Functions.Tests", "FollowUps", "Golden");

    [Fact]
    public async Task The_files_of_a_small_cohort_are_the_ones_kept()
    {
        await using App app = await SmallCohort.StartAsync();
        using Snapshot snapshot = await Snapshot.OfAsync(app, await app.ExportAsync());
        Dictionary<string, string> made = snapshot.Files.Where(IsKept).ToDictionary(file => file, file => Steady(File.ReadAllText(snapshot.PathTo(file))));
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            Write(made);
        }

        Assert.Equal(made.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(made, file => Assert.Equal(File.ReadAllText(Path.Combine(Folder, file.Key)), file.Value));
    }

    private static void Write(Dictionary<string, string> made)
    {
        Directory.CreateDirectory(Folder);
        foreach (string old in Directory.EnumerateFiles(Folder))
        {
            File.Delete(old);
        }

        foreach ((string name, string text) in made)
        {
            File.WriteAllText(Path.Combine(Folder, name), text);
        }
    }

    /// <summary>Parquet is compared with CSV by another test, and the report's look has tests of its own.</summary>
    private static bool IsKept(string file) => Path.GetExtension(file) is ".csv" or ".json";

    /// <summary>Sizes and checksums stand in the manifest and are checked there; they'd change with each version of a library.</summary>
    private static string Steady(string text) => Weight().Replace(text, "");

    [GeneratedRegex("^ +\"(bytes|hash)\": .*\n", RegexOptions.Multiline)]
    private static partial Regex Weight();
}
