using System.Net;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.SendGrid;

/// <summary>What the provider tells of an address is kept on the member of staff, in whatever order and number it comes.</summary>
public sealed class EmailEventsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Earlier = "2026-01-04T09:00:00Z";
    private const string Later = "2026-01-04T10:00:00Z";

    private readonly App app = shared.App;

    [Theory]
    [InlineData("bounce", true)]
    [InlineData("dropped", true)]
    [InlineData("spamreport", true)]
    [InlineData("unsubscribe", true)]
    [InlineData("delivered", false)]
    [InlineData("deferred", false)]
    [InlineData("processed", false)]
    [InlineData("open", false)]
    [InlineData("something_new", false)]
    public async Task Only_what_means_that_an_address_does_not_work_says_so(string kind, bool fails)
    {
        string staff = await app.AddColleagueAsync();

        Answer answer = await app.PostEventsAsync(SendGridPosts.Event(kind, Later, staff));

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(fails, await app.EmailFailsAsync(staff));
    }

    [Fact]
    public async Task A_block_may_pass()
    {
        string staff = await app.AddColleagueAsync();

        await app.PostEventsAsync(new Dictionary<string, object>(SendGridPosts.Event("bounce", Later, staff)) { ["type"] = "blocked" });

        Assert.False(await app.EmailFailsAsync(staff));
    }

    [Fact]
    public async Task When_and_why_are_kept_beside_all_else()
    {
        string staff = await app.AddColleagueAsync();

        await app.PostEventsAsync(SendGridPosts.Event("bounce", Later, staff));

        TableEntity row = await app.StaffRowAsync(staff);
        Assert.Equal(
            (DateTimeOffset.Parse(Later), "bounced: 550 5.1.1 nobody there", "Sam", "north", "practitioner"),
            (row.GetDateTimeOffset("EmailFailedAt"), row.GetString("EmailFailedWhy"), row.GetString("Name"), row.GetString("AgencyId"), row.GetString("Role")));
    }

    [Theory]
    [InlineData("bounce", "delivered", false)]
    [InlineData("delivered", "bounce", true)]
    public async Task What_happened_last_counts_whatever_came_first(string earlier, string later, bool fails)
    {
        object first = SendGridPosts.Event(earlier, Earlier);
        object second = SendGridPosts.Event(later, Later);

        foreach (object[][] order in (object[][][])[[[first], [second]], [[second], [first]], [[first, second]], [[second, first]], [[first], [second], [first], [second], [first]]])
        {
            string staff = await app.AddColleagueAsync();
            foreach (object[] post in order)
            {
                Answer answer = await app.PostEventsAsync([.. post.Select(item => (object)new Dictionary<string, object>((Dictionary<string, object>)item) { ["staff"] = staff })]);
                Assert.Equal(HttpStatusCode.NoContent, answer.Status);
            }

            Assert.Equal(fails, await app.EmailFailsAsync(staff));
        }
    }

    [Fact]
    public async Task The_same_post_again_changes_nothing()
    {
        string staff = await app.AddColleagueAsync();
        Dictionary<string, object> bounce = SendGridPosts.Event("bounce", Later, staff);
        await app.PostEventsAsync(bounce);
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer again = await app.PostEventsAsync(bounce, bounce);

        Assert.Equal(HttpStatusCode.NoContent, again.Status);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task Saving_the_member_of_staff_begins_anew()
    {
        string staff = await app.AddColleagueAsync();
        await app.PostEventsAsync(SendGridPosts.Event("bounce", Later, staff));

        await app.SaveColleagueAsync(staff);

        Assert.False(await app.EmailFailsAsync(staff));
    }

    [Theory]
    [InlineData("nobody@example.org")]
    [InlineData("not an address")]
    [InlineData("a/b#c?@example.org")]
    [InlineData("")]
    public async Task Events_of_nobody_we_know_leave_nothing(string staff)
    {
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer answer = await app.PostEventsAsync(SendGridPosts.Event("bounce", Later, staff));

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task An_address_in_other_letters_is_the_same()
    {
        string staff = await app.AddColleagueAsync();

        await app.PostEventsAsync(SendGridPosts.Event("bounce", Later, staff.ToUpperInvariant()));

        Assert.True(await app.EmailFailsAsync(staff));
    }

    [Fact]
    public async Task An_endless_reason_is_cut()
    {
        string staff = await app.AddColleagueAsync();

        await app.PostEventsAsync(new Dictionary<string, object>(SendGridPosts.Event("bounce", Later, staff)) { ["reason"] = new string('é', 100_000) });

        Assert.Equal(500, (await app.StaffRowAsync(staff)).GetString("EmailFailedWhy").Length);
    }

    [Fact]
    public async Task News_of_one_person_from_many_posts_at_once_is_all_kept()
    {
        string staff = await app.AddColleagueAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            app.PostEventsAsync(SendGridPosts.Event(i % 2 == 0 ? "bounce" : "delivered", $"2026-01-04T10:00:0{i}Z", staff))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.Status));
        TableEntity row = await app.StaffRowAsync(staff);
        Assert.Equal(
            (DateTimeOffset.Parse("2026-01-04T10:00:06Z"), DateTimeOffset.Parse("2026-01-04T10:00:07Z")),
            (row.GetDateTimeOffset("EmailFailedAt"), row.GetDateTimeOffset("EmailDeliveredAt")));
    }
}
