using System.Text.RegularExpressions;
using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Tests.FollowUps.Measures;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>The template of licensed instruments, put into the definition that ships.</summary>
public sealed partial class LicensedInstrumentsTests
{
    private static readonly string Template = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Studies", "templates", "licensed-instruments.yaml"));

    private static readonly Study Study = Filled().Value!;

    [Fact]
    public void Nothing_starts_with_the_template_as_it_is()
    {
        Loaded<Study> loaded = PutIn(Template);

        Assert.Equal(Template.Split('\n').Where(line => !line.StartsWith('#')).Sum(line => line.Count(letter => letter == '~')), loaded.Errors.Count);
        Assert.All(loaded.Errors, error => Assert.Matches("has no value|is empty or no text", error.Wrong));
    }

    [Fact]
    public void Filled_in_it_loads() => Assert.Empty(Filled().Errors.Select(error => error.ToString()));

    /// <summary>From the table of Dolan 1997.</summary>
    [Theory]
    [InlineData("11111", "1.000")]
    [InlineData("11223", "0.255")]
    [InlineData("33333", "-0.594")]
    public void The_EQ_5D_is_valued_by_the_UK_value_set(string state, string value)
    {
        string[] dimensions = ["mobility", "self-care", "usual-activities", "pain", "anxiety"];

        Assert.Equal(value, Score("eq5d", [.. dimensions.Zip(state, (dimension, level) => ($"eq5d-{dimension}", (string?)level.ToString()))]));
    }

    /// <summary>From the conversion table of Stewart-Brown et al. 2009: its ends, its middle and two near its ends.</summary>
    [Theory]
    [InlineData("1111111", "7.00")]
    [InlineData("1111112", "9.51")]
    [InlineData("3333333", "19.25")]
    [InlineData("4444444", "25.03")]
    [InlineData("5555554", "32.55")]
    [InlineData("5555555", "35.00")]
    public void The_SWEMWBS_is_converted_to_its_metric_score(string answers, string score) =>
        Assert.Equal(score, Score("swemwbs", [.. answers.Select((answer, place) => ($"swemwbs-{place + 1}", (string?)answer.ToString()))]));

    [Fact]
    public void The_SWEMWBS_table_rises_from_row_to_row_between_7_and_35()
    {
        LookupMeasure swemwbs = Assert.IsType<LookupMeasure>(Study.Measures.Single(measure => measure.Id == "swemwbs"));
        List<decimal> scores = [.. swemwbs.Table.OrderBy(row => row.Key).Select(row => row.Value)];

        Assert.Equal((29, 7.00m, 35.00m), (scores.Count, scores[0], scores[^1]));
        Assert.All(scores.Zip(scores.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0.5m, 2.51m));
    }

    [Theory]
    [InlineData("yes", "2", "20.00")]
    [InlineData("no", null, "0.00")]
    [InlineData(null, null, null)]
    public void The_CSRI_counts_no_cost_for_a_service_that_is_not_used(string? used, string? visits, string? cost) =>
        Assert.Equal(cost, Score("service_cost", ("csri-gp-used", used), ("csri-gp", visits), ("csri-nurse", "0"), ("csri-social-worker", "0")));

    private static string? Score(string measure, params (string Question, string? Value)[] answers) => Study.Measures
        .Single(one => one.Id == measure)
        .Of(Waves.Wave(answers).On(2026, 1, 6), null)
        .Baseline?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Loaded<Study> Filled()
    {
        string filled = Template.Replace("unit: ~", "unit: points", StringComparison.Ordinal)
            .Replace("source: ~", "source: PSSRU", StringComparison.Ordinal)
            .Replace("prorateFrom: ~", "prorateFrom: 0.5", StringComparison.Ordinal)
            .Replace("priceYear: ~", "priceYear: 2024", StringComparison.Ordinal)
            .Replace("cost: ~", "cost: 10.00", StringComparison.Ordinal);
        return PutIn(Wordings().Replace(filled, "$1: Words"));
    }

    /// <summary>As the template tells its reader to do it.</summary>
    private static Loaded<Study> PutIn(string template)
    {
        string[] parts = template.Split("\nmeasures:\n");
        string questions = parts[0][(parts[0].IndexOf("\nquestions:\n", StringComparison.Ordinal) + "\nquestions:\n".Length)..];
        string yaml = Shipped.Yaml.Replace("\nkeywords:", "\n" + string.Join('\n', questions.Split('\n').Select(line => "    " + line)) + "\n\nkeywords:", StringComparison.Ordinal)
            .Replace("\nexports:", "\n" + parts[1] + "\nexports:", StringComparison.Ordinal);
        return StudyDefinition.Load(yaml, "connecting-people.yaml");
    }

    [GeneratedRegex("(en-GB|en-GB-easy): ~")]
    private static partial Regex Wordings();
}
