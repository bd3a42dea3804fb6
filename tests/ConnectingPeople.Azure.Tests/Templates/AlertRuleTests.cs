using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectingPeople.Azure.Tests.Support;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Azure.Tests.Templates;

/// <summary>Somebody is called when the night's work isn't done, and finds written down what to do.</summary>
public sealed partial class AlertRuleTests
{
    /// <summary>What the app measures, by the names of its meter's instruments.</summary>
    private static readonly string[] Metrics =
    [
        "checkins.due", "checkins.sent", "checkins.delivered", "checkins.answered", "reply.latency", "alerts.open", "alerts.overdue",
        "outbox.age", "agenda.lag", "provider.errors", "storage.transactions", "queue.poison",
    ];

    public static TheoryData<string> Rules =>
    [
        "agenda-behind", "alerts-overdue", "failure-rate", "no-check-ins", "no-export", "nobody-told", "outbox-behind", "poison-queue",
        "provider-errors", "readiness", "stranger-in-danger",
    ];

    [Fact]
    public async Task Rules_are_these()
    {
        Template template = await Template.OfAsync("production");

        Assert.Equal(Rules.Select(row => row.Data), AllRules(template).Select(NameOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Each_calls_somebody_and_names_its_runbook(string name)
    {
        JsonElement rule = Assert.Single(AllRules(await Template.OfAsync("production")), rule => NameOf(rule) == name);

        Assert.Equal("true", rule.Text("properties.enabled"));
        Assert.Contains("ag-connecting-people-production", rule.At("properties.actions").GetRawText(), StringComparison.Ordinal);
        Assert.EndsWith($" What to do: docs/runbooks/{name}.md", rule.Text("properties.description"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Each_runbook_says_what_it_means_where_to_look_what_to_do_and_when_it_is_over(string name)
    {
        string text = await File.ReadAllTextAsync(Repository.PathTo("docs", "runbooks", $"{name}.md"));

        Assert.StartsWith($"# `{name}`: ", text, StringComparison.Ordinal);
        Assert.Equal(["## What it means", "## Where to look", "## What to do", "## When it is over"], text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_runbook_is_without_a_rule() => Assert.Equal(
        Rules.Select(row => row.Data),
        Directory.EnumerateFiles(Repository.PathTo("docs", "runbooks"), "*.md").Select(Path.GetFileNameWithoutExtension)
            .Where(name => name != "README").Order(StringComparer.Ordinal));

    [Fact]
    public async Task Queries_read_what_the_app_measures_and_logs()
    {
        string[] logged = [.. Directory.EnumerateFiles(Repository.PathTo("functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Where(line => line.Contains("[LoggerMessage(", StringComparison.Ordinal))];

        Assert.All((await Template.OfAsync("production")).All("Microsoft.Insights/scheduledQueryRules"), rule =>
        {
            string query = rule.At("properties.criteria.allOf")[0].Text("query");
            Assert.All(Dotted().Matches(query), metric => Assert.Contains(metric.Groups["name"].Value, Metrics));
            string[] phrases = [.. Phrase().Matches(query).Select(phrase => phrase.Groups["text"].Value)];
            Assert.True(phrases.Length == 0 || logged.Any(line => phrases.All(phrase => line.Contains(phrase, StringComparison.Ordinal))), query);
            Assert.True(phrases.Length > 0 || Dotted().IsMatch(query) || query.Contains("AppRequests", StringComparison.Ordinal), query);
        });
    }

    [Fact]
    public async Task Readiness_is_asked_for_where_people_reach_the_app()
    {
        Template template = await Template.OfAsync("production");
        JsonElement test = template.One("Microsoft.Insights/webtests");

        Assert.Equal($"{template.Settings()["Site__PublicUrl"]}/health/ready", test.Text("properties.Request.RequestUrl"));
        Assert.Equal("200", test.Text("properties.ValidationRules.ExpectedHttpStatusCode"));
        Assert.Equal("2", template.One("Microsoft.Insights/metricAlerts").Text("properties.criteria.failedLocationCount"));
    }

    [Fact]
    public async Task Those_on_call_are_told_of_alerts_and_of_cost()
    {
        Template template = await Template.OfAsync("production");

        JsonElement budget = template.One("Microsoft.Consumption/budgets").At("properties");
        Assert.Equal(["on-call@example.org", "second@example.org"],
            template.One("Microsoft.Insights/actionGroups").At("properties.emailReceivers").EnumerateArray().Select(to => to.Text("emailAddress")));
        Assert.Equal(("250", "Monthly", "2026-03-01"), (budget.Text("amount"), budget.Text("timeGrain"), budget.Text("timePeriod.startDate")));
        Assert.All(budget.At("notifications").EnumerateObject(),
            told => Assert.Equal("""["on-call@example.org","second@example.org"]""", WhiteSpace().Replace(told.Value.At("contactEmails").GetRawText(), "")));
    }

    private static IEnumerable<JsonElement> AllRules(Template template) =>
        template.All("Microsoft.Insights/scheduledQueryRules").Concat(template.All("Microsoft.Insights/metricAlerts"));

    private static string NameOf(JsonElement rule) => rule.Text("name").Replace("-production", "", StringComparison.Ordinal);

    [GeneratedRegex("\"(?<name>[a-z]+\\.[a-z]+)\"")]
    private static partial Regex Dotted();

    [GeneratedRegex("Message (startswith|has) \"(?<text>[^\"]+)\"")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\s")]
    private static partial Regex WhiteSpace();
}
