using ConnectingPeople.Domain.Alerts;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>An alert is overdue from the moment at which it should have been acknowledged until somebody does.</summary>
public sealed class OverdueTests
{
    [Theory]
    [InlineData(AlertState.Raised, "2026-01-08T12:00Z", "2026-01-08T11:59Z", false)]
    [InlineData(AlertState.Notified, "2026-01-08T12:00Z", "2026-01-08T11:59Z", false)]
    [InlineData(AlertState.Notified, "2026-01-08T12:00Z", "2026-01-08T12:00Z", true)]
    [InlineData(AlertState.Raised, null, "2026-01-08T11:59Z", true)]
    [InlineData(AlertState.Notified, null, "2026-01-08T11:59Z", true)]
    [InlineData(AlertState.Acknowledged, null, "2026-01-08T12:00Z", false)]
    [InlineData(AlertState.Resolved, null, "2026-01-08T12:00Z", false)]
    public void It_is_overdue_when_its_time_is_over_or_it_went_on_to_others(AlertState state, string? escalates, string now, bool overdue)
    {
        Alert alert = new()
        {
            Id = "silence-2026-01-08",
            Rule = RuleNames.Silence,
            Severity = Severity.Soon,
            RaisedAt = At("2026-01-08T11:00Z"),
            Summary = "They went quiet.",
            State = state,
            EscalatesAt = escalates is null ? null : At(escalates),
        };

        Assert.Equal(overdue, alert.IsOverdue(At(now)));
    }
}
