using System.Globalization;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;

namespace ConnectingPeople.Functions.Tests.FollowUps.Report;

/// <summary>Every figure of a report against SQL over the files that it was made of.</summary>
public sealed class ReportFiguresTests(Browser browser) : IAsyncLifetime
{
    private readonly Sql sql = new(Cohort.Files);
    private IPage page = null!;

    public async ValueTask InitializeAsync() => page = await browser.ReadAsync(await Reporting.WriteAsync(Cohort.Files));

    public async ValueTask DisposeAsync()
    {
        await page.Context.DisposeAsync();
        sql.Dispose();
    }

    [Fact]
    public async Task Flow_and_retention_are_those_of_the_files()
    {
        Dictionary<string, double> flow = sql.Numbers("select stage, coalesce(fidelity, 'all'), sum(count) from flow group by stage, rollup(fidelity)");
        string[][] table = await page.TableAsync("flow-table");

        AreShown(flow, table[0], "enrolled|all", "enrolled|full", "enrolled|partial", "enrolled|not-assessed");
        AreShown(flow, table[1], "baseline|all", "baseline|full", "baseline|partial", "baseline|not-assessed");
        AreShown(flow, table[5], "nine-month|all", "nine-month|full", "nine-month|partial", "nine-month|not-assessed");
        AreShown(flow, table[6], "withdrawn|all", "withdrawn|full", "withdrawn|partial", "withdrawn|not-assessed");
        AreShown(flow, table[7], "lost|all", "lost|full", "lost|partial", "lost|not-assessed");

        Dictionary<string, double> agencies = sql.Numbers("select agency_id, stage, sum(count) from flow group by all");
        Assert.All((await page.TableAsync("retention-table")).Where(row => row[0] != "All agencies"), row =>
            AreShown(agencies, [row[0], row[2], row[3], row[4]], $"{row[0]}|enrolled", $"{row[0]}|nine-month-due", $"{row[0]}|nine-month"));
        Assert.Equal(["All agencies", "any", "155", "155", "116", "39", "74.8%"], (await page.TableAsync("retention-table"))[0]);
    }

    [Fact]
    public async Task Response_is_that_of_the_files()
    {
        Dictionary<string, double> weeks = sql.Numbers(
            """
            select strftime(date_trunc('week', due_at), '%-d %b %Y'), answered, count(*) from (
              select due_at, status in ('completed', 'partial') as answered from check_ins
              where wave is null and status in ('completed', 'partial', 'missed', 'undelivered')) group by all
            """);
        string[][] table = await page.TableAsync("response-table");

        Assert.Equal(weeks.Keys.Select(key => key.Split('|')[0]).Distinct().Count(), table.Length - 1);
        Assert.All(table[1..], row =>
        {
            double answered = weeks.GetValueOrDefault($"{row[0]}|True");
            double not = weeks.GetValueOrDefault($"{row[0]}|False");
            IsShown(answered + not, row[1]);
            IsShown(answered, row[2]);
            IsShown(not, row[3]);
            Assert.Equal(IsNumber(row[1]) && IsNumber(row[2]) ? Percent(answered, answered + not) : "withheld", row[4]);
        });
    }

    [Theory]
    [InlineData("check-ins", "wave is null")]
    [InlineData("baseline", "wave = 'baseline'")]
    [InlineData("nine-month", "wave = 'nine-month'")]
    public async Task Completeness_is_that_of_the_files(string wave, string where)
    {
        Dictionary<string, double> outcomes = sql.Numbers($"select question_id, outcome, count(*) from answers where {where} group by all");
        string[][] table = await page.TableAsync($"completeness-{wave}-table");

        Assert.Equal(outcomes.Keys.Select(key => key.Split('|')[0]).Distinct().Count(), table.Length);
        Assert.All(table, row =>
        {
            string question = row[0].Split(' ')[0];
            AreShown(outcomes, [.. row.Where((_, at) => at != 1)], $"{question}|answered", $"{question}|refused", $"{question}|not-understood", $"{question}|not-reached");
            IsShown(outcomes.Where(outcome => outcome.Key.StartsWith($"{question}|", StringComparison.Ordinal)).Sum(outcome => outcome.Value), row[1]);
        });
    }

    [Fact]
    public async Task Goals_are_those_of_the_files()
    {
        Dictionary<string, double> latest = sql.Numbers(
            """
            select rating, coalesce(fidelity, 'all'), count(*) from (
              select participant_id, goal_id, arg_max(rating, rated_at) as rating from goals group by all)
            join participants using (participant_id) group by rating, rollup(fidelity)
            """);
        string[][] table = await page.TableAsync("goals-table");

        Assert.All(table[..4], row =>
            AreShown(latest, row, [.. new[] { "all", "full", "partial", "not-assessed" }.Select(group => $"{row[0][0]}|{group}")]));
        IsShown(latest["4|all"], table[5][1]);
    }

    [Fact]
    public async Task Contacts_are_those_of_the_files()
    {
        IReadOnlyList<string[]> rows = sql.Rows(
            """
            select week - week % 4, fidelity, count(distinct participant_id), count(*), avg(people)
            from social_contacts join participants using (participant_id) group by all
            """);
        string[][] table = await page.TableAsync("contacts-table");
        string[] groups = ["full", "partial", "not-assessed"];

        Assert.All(rows, row =>
        {
            string[] shown = table.Single(four => four[0].StartsWith($"{row[0]}–", StringComparison.Ordinal))[(1 + (3 * Array.IndexOf(groups, row[1])))..];
            IsShown(double.Parse(row[2], CultureInfo.InvariantCulture), shown[0]);
            Assert.Equal(shown[0] == "<5" ? "–" : row[3], shown[1]);
            Assert.Equal(shown[0] == "<5" ? "–" : Two(row[4]), shown[2]);
        });
    }

    [Theory]
    [InlineData("resources", 2)]
    [InlineData("inclusion", 2)]
    [InlineData("cost", 0)]
    public async Task Outcomes_are_those_of_the_files(string measure, int digits)
    {
        IReadOnlyList<string[]> rows = sql.Rows(
            $"""
            select fidelity, count(*), avg({measure}_baseline), stddev_samp({measure}_baseline), avg({measure}_nine_month),
              stddev_samp({measure}_nine_month), avg({measure}_change), stddev_samp({measure}_change)
            from follow_up where {measure}_baseline is not null and {measure}_change is not null group by fidelity order by fidelity
            """);
        string[][] table = await page.TableAsync($"measure-{measure}-table");

        foreach ((string[] row, string name) in rows.Where(row => row[0] != "not-assessed").Zip(["Full", "Partial"]))
        {
            string[] shown = table.Single(group => group[0] == name);
            Assert.Equal(row[1], shown[1]);
            Assert.Equal(row[2..].Select(cell => Number(double.Parse(cell, CultureInfo.InvariantCulture), digits)), shown[2..8]);
        }

        Assert.Equal(["Not assessed", "<5", "–", "–", "–", "–", "–", "–", "–"], table[2]);
        Assert.Equal(3, table.Length);
    }

    /// <summary>The formulas written out once more, in SQL.</summary>
    [Fact]
    public async Task Hedges_g_is_that_of_the_files()
    {
        string[] row = sql.Rows(
            """
            with g as (select fidelity, count(*)::double as n, avg(resources_change) as m, var_samp(resources_change) as v
              from follow_up where resources_change is not null group by fidelity),
            d as (select f.n as n1, p.n as n2, f.m - p.m as difference, sqrt(((f.n - 1) * f.v + (p.n - 1) * p.v) / (f.n + p.n - 2)) as s
              from g f, g p where f.fidelity = 'full' and p.fidelity = 'partial'),
            e as (select *, difference / s as d, 1 - 3 / (4 * (n1 + n2 - 2) - 1) as j from d),
            w as (select *, j * d as g, j * sqrt((n1 + n2) / (n1 * n2) + d * d / (2 * (n1 + n2))) as se from e)
            select difference, g, g - 1.959964 * se, g + 1.959964 * se from w
            """)[0];
        string[] shown = (await page.TableAsync("effects-table"))[0];

        Assert.StartsWith($"{Two(row[0])} (", shown[4], StringComparison.Ordinal);
        Assert.Equal($"{Two(row[1])} ({Two(row[2])} to {Two(row[3])})", shown[5]);
    }

    private static void AreShown(Dictionary<string, double> counts, string[] row, params string[] keys)
    {
        foreach ((string key, string shown) in keys.Zip(row[1..]))
        {
            IsShown(counts.GetValueOrDefault(key), shown);
        }
    }

    private static void IsShown(double count, string shown) => Assert.True(
        shown switch
        {
            "<5" => count is >= 1 and <= 4,
            "withheld" => count >= 4,
            _ => shown == Number(count, 0) && count is 0 or >= 5,
        },
        $"{count} is shown as {shown}");

    private static bool IsNumber(string shown) => char.IsDigit(shown[0]);

    private static string Percent(double part, double whole) => $"{Number(100 * part / whole, 1)}%";

    private static string Two(string number) => Number(double.Parse(number, CultureInfo.InvariantCulture), 2);

    private static string Number(double number, int digits) => number.ToString($"N{digits}", CultureInfo.InvariantCulture).Replace('-', '−');
}
