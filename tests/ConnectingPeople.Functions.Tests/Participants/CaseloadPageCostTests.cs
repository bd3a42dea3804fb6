using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Functions.Tests.Support;
using static ConnectingPeople.Functions.Tests.Participants.CaseloadPeople;

namespace ConnectingPeople.Functions.Tests.Participants;

public sealed class CaseloadPageCostTests
{
    [Theory]
    [InlineData($"practitioner:{People.Practitioner}")]
    [InlineData("supervisor:sue@example.org")]
    [InlineData("administrator")]
    public async Task Five_hundred_people_take_at_most_twenty_storage_transactions_and_more_are_a_page_away(string who)
    {
        StorageObserver calls = new();
        await using App app = await App.StartAsync(observer: calls);
        await app.AddStaffAsync();
        await app.PutAsync("administrator", "/api/staff/sue@example.org", new { name = "Sue", agencyId = "north", role = "supervisor" });
        await Parallel.ForEachAsync(Enumerable.Range(1, 501), async (n, _) => await app.StoreAsync(
            Somebody((uint)(n * 7919)).Answering((4, 2), (5, 2)).With(RuleNames.GoalStuck, Severity.Routine, "A fact.", 3), $"Person {n:000}"));
        calls.Reset();

        PageAnswer page = await app.BrowseAsync(who, "/caseload?order=name");

        Assert.InRange(calls.Calls, 3, 20);
        Assert.Equal(500, page.Text.Split("data-of=\"state\"").Length - 1);
        Assert.Contains("501 people, 501 open alerts", page.Text, StringComparison.Ordinal);
        Assert.Contains("Next person", page.Text, StringComparison.Ordinal);
        Assert.Contains("Person 501", (await app.BrowseAsync(who, "/caseload?order=name&page=2")).Text, StringComparison.Ordinal);
        Assert.Contains("Person 501", (await app.BrowseAsync(who, "/caseload?search=person+501")).Text, StringComparison.Ordinal);
    }
}
