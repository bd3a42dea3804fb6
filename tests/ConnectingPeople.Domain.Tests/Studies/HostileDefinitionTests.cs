using System.Diagnostics;
using ConnectingPeople.Domain.Studies;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>Whatever a file holds, loading ends with a study or with errors.</summary>
public sealed class HostileDefinitionTests
{
    private static readonly string[] Lines = Shipped.Yaml.Split('\n');

    private static readonly string[] Strange =
    [
        "", "- ", ": ", "? ", "[", "}", "&a", "*a", "<<: *a", "!!binary x", "\"", "|", ">-", "---", "...", "%YAML 9.9", "\t", "#", "@", "`", "~",
        "null", "-1", "99999999999999999999", "1e9", "true", "PT-1S", "P9223372036854775807D", "24:00", "{{", "{% if %}", "{{ name | }}",
        "\0", "\u0085", "\u2028", "\ud800", "\uFEFF", "  - x", "  a: b", "question: goal", "id: goal", "type: choices", "options: []", "languages: {}",
    ];

    private static readonly Gen<Func<List<string>, string>> Mutation = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 200])
        .Select(Func<List<string>, string> (kind, a, b, column) => lines =>
        {
            int line = a % lines.Count;
            string strange = Strange[b % Strange.Length];
            int at = Math.Min(column, lines[line].Length);
            switch (kind)
            {
                case 0: lines.RemoveAt(line); return "deleted";
                case 1: lines.Insert(line, lines[b % lines.Count]); return "duplicated";
                case 2: lines[line] = lines[b % lines.Count]; return "replaced";
                case 3: lines[line] = lines[line].Insert(at, strange); return "inserted";
                case 4: lines[line] = lines[line][..at] + strange; return "cut";
                default: lines[line] = " " + lines[line]; return "indented";
            }
        });

    [Fact]
    public void No_mutation_makes_loading_throw()
    {
        int sound = 0;
        int wrong = 0;
        Mutation.Array[1, 4].Sample(
            mutations =>
            {
                List<string> lines = [.. Lines];
                Array.ForEach(mutations, mutate => mutate(lines));

                Loaded<Study> loaded = StudyDefinition.Load(string.Join('\n', lines), "mutated.yaml");

                Interlocked.Increment(ref loaded.IsSound ? ref sound : ref wrong);
                return loaded.IsSound == (loaded.Errors.Count == 0)
                    && loaded.Errors.All(error => error.Line >= 1 && error.Line <= lines.Count + 1 && error.Wrong.Length > 0 && error.Cure.Length > 0);
            },
            iter: 1000);

        Assert.True(sound > 20 && wrong > 20, $"both outcomes are reached: {sound} sound, {wrong} wrong");
    }

    [Fact]
    public void No_text_makes_loading_a_question_throw() =>
        Gen.String.Sample(text => StudyDefinition.LoadQuestion(text) is { IsSound: true } or { Errors.Count: > 0 }, iter: 5000);

    [Theory]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    [InlineData("- ", "x")]
    [InlineData("? ", "x")]
    [InlineData("a: &a [x]\nb: [*a,*a,*a]\n", "")]
    [InlineData("x: {}\n", "")]
    [InlineData("'", "")]
    [InlineData("x", ": y")]
    [InlineData("- *a\n", "")]
    public void A_million_characters_of_anything_are_refused_within_seconds(string part, string end)
    {
        string yaml = string.Concat(Enumerable.Repeat(part, (1_000_000 - end.Length) / part.Length)) + end;
        Stopwatch watch = Stopwatch.StartNew();

        Loaded<Study> loaded = StudyDefinition.Load(yaml, "hostile.yaml");

        Assert.InRange(loaded.Errors.Count, 1, 500);
        Assert.All(loaded.Errors, error => Assert.True(error.ToString().Length < 3000));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    [Fact]
    public void More_than_a_million_characters_are_refused_unread() =>
        Assert.Equal("the definition is larger than a million characters", Assert.Single(Sample.Load(new string('#', 1_100_000)).Errors).Wrong);
}
