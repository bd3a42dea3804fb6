using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Tests.Studies;
using static ConnectingPeople.Domain.Tests.FollowUps.Histories;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class AlertRowTests
{
    private static readonly Alert Silence = new Alert
    {
        Id = "silence-2026-02-03",
        Rule = "silence",
        Severity = Severity.Soon,
        RaisedAt = At("2026-02-03T10:00:00Z"),
        Summary = "No word since 6 January.",
        State = AlertState.Resolved,
    };

    private static readonly AlertStep[] Course =
    [
        new(AlertAct.Raised, At("2026-02-03T10:00:00Z")),
        new(AlertAct.Notified, At("2026-02-03T10:05:00Z"), "pat@example.org", "email"),
        new(AlertAct.Escalated, At("2026-02-05T10:00:00Z"), null, "not acknowledged in time"),
        new(AlertAct.Notified, At("2026-02-05T10:01:00Z"), "sue@example.org", "email"),
        new(AlertAct.Acknowledged, At("2026-02-05T11:00:00Z"), "sue@example.org"),
        new(AlertAct.RaisedAgain, At("2026-02-10T10:00:00Z")),
        new(AlertAct.Notified, At("2026-02-10T10:05:00Z"), "pat@example.org", "email"),
        new(AlertAct.Acknowledged, At("2026-02-10T12:00:00Z"), "pat@example.org"),
        new(AlertAct.Resolved, At("2026-02-11T09:00:00Z"), "pat@example.org", "Rang Joan's brother"),
    ];

    [Theory]
    [InlineData("2026-02-03T10:00:00Z", "   raised ")]
    [InlineData("2026-02-03T10:05:00Z", "2026-02-03T10:05:00Z   notified ")]
    [InlineData("2026-02-05T10:59:59Z", "2026-02-03T10:05:00Z   notified ")]
    [InlineData("2026-02-05T11:00:00Z", "2026-02-03T10:05:00Z 2026-02-05T11:00:00Z  acknowledged ")]
    [InlineData("2026-02-10T10:00:00Z", "2026-02-03T10:05:00Z 2026-02-05T11:00:00Z  raised ")]
    [InlineData("2026-02-10T12:00:00Z", "2026-02-03T10:05:00Z 2026-02-05T11:00:00Z  acknowledged ")]
    [InlineData("2026-02-11T09:00:00Z", "2026-02-03T10:05:00Z 2026-02-05T11:00:00Z 2026-02-11T09:00:00Z resolved human")]
    public void An_alert_stands_as_it_was_at_the_cut_off(string cutOff, string expected) =>
        Assert.Equal(
            [$"{Amira.Text} silence-2026-02-03 silence soon 2026-02-03T10:00:00Z {expected}"], RowsOf(cutOff, Silence with { Steps = Course }));

    [Fact]
    public void An_alert_raised_later_is_not_in_it() => Assert.Empty(RowsOf("2026-02-03T09:59:59Z", Silence with { Steps = Course }));

    [Fact]
    public void One_whose_cause_went_away_was_closed_by_itself() =>
        Assert.EndsWith(
            " 2026-02-04T10:00:00Z resolved itself",
            Assert.Single(RowsOf("2026-03-01T00:00:00Z", Silence with { Steps = [Course[0], new(AlertAct.Closed, At("2026-02-04T10:00:00Z"), null, "They wrote.")] })),
            StringComparison.Ordinal);

    [Fact]
    public void Rows_come_in_the_order_of_their_ids() =>
        Assert.Equal(
            ["silence-2026-02-03", "silence-2026-02-03.2", "undelivered-2026-01-09"],
            RowsOf(
                "2026-03-01T00:00:00Z", Silence with { Id = "undelivered-2026-01-09" }, Silence with { Id = "silence-2026-02-03.2" }, Silence)
                .Select(row => row.Split(' ')[1]));

    [Fact]
    public void Neither_what_was_said_nor_who_dealt_with_it_stands_there()
    {
        string rows = string.Join('\n', RowsOf("2026-03-01T00:00:00Z", Silence with { Steps = Course }));

        Assert.DoesNotContain("@", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("Joan", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("No word", rows, StringComparison.Ordinal);
    }

    private static IEnumerable<string> RowsOf(string cutOff, params Alert[] alerts)
    {
        Dataset<AlertRow> dataset = AlertsFile.DatasetOf(Shipped.Study);
        return AlertsFile.RowsOf((Stored() with { Alerts = alerts }).AsOf(cutOff)).Select(row => string.Join(' ', dataset.Cells(row)));
    }
}
