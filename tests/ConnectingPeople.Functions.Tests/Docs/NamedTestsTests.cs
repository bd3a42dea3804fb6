using System.Text.RegularExpressions;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.Docs;

/// <summary>The threat model and the hazard log name the test that proves each control; a name that leads nowhere proves nothing.</summary>
public sealed partial class NamedTestsTests
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Tests = new(Read);

    [Theory]
    [InlineData("privacy", "threats.md", 30)]
    [InlineData("safety", "hazards.md", 12)]
    public void Every_row_names_a_test_and_every_test_exists(string folder, string file, int rows)
    {
        string[] lines = File.ReadAllLines(Repository.PathTo("docs", folder, file));
        string[] controlled = [.. lines.Where(line => Row().IsMatch(line))];

        Assert.True(controlled.Length >= rows, $"{controlled.Length} rows");
        Assert.DoesNotContain(controlled, row => !Named().IsMatch(row));
        Assert.DoesNotContain(controlled.SelectMany(row => Named().Matches(row)).Select(match => match.Value), name => !Exists(name));
    }

    [Fact]
    public void A_name_that_leads_nowhere_is_found_out()
    {
        Assert.True(Exists("NamedTestsTests.A_name_that_leads_nowhere_is_found_out"));
        Assert.False(Exists("NamedTestsTests.There_is_no_such_test"));
        Assert.False(Exists("NoSuchTests.A_name_that_leads_nowhere_is_found_out"));
    }

    private static bool Exists(string name) =>
        name.Split('.') is [string type, string method] && Tests.Value.TryGetValue(type, out HashSet<string>? methods) && methods.Contains(method);

    private static Dictionary<string, HashSet<string>> Read()
    {
        Dictionary<string, HashSet<string>> tests = [];
        foreach (string path in Directory.EnumerateFiles(Repository.PathTo("tests"), "*.cs", SearchOption.AllDirectories).Where(path => !Built().IsMatch(path)))
        {
            string source = File.ReadAllText(path);
            foreach (string type in Class().Matches(source).Select(match => match.Groups[1].Value))
            {
                HashSet<string> known = tests.TryGetValue(type, out HashSet<string>? before) ? before : tests[type] = [];
                known.UnionWith(Test().Matches(source).Select(match => match.Groups[1].Value));
            }
        }

        return tests;
    }

    /// <summary>A row of a table whose first cell is an id such as T12 or H3.</summary>
    [GeneratedRegex(@"^\| [TH]\d+ \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b[A-Z]\w+(Tests|Properties)\.[A-Z]\w+")]
    private static partial Regex Named();

    [GeneratedRegex(@"class (\w+(?:Tests|Properties))\b")]
    private static partial Regex Class();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\]]*\](?:\s*\[[^\n]*\])*\s+public (?:static )?(?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex(@"[/\\](bin|obj|node_modules)[/\\]")]
    private static partial Regex Built();
}
