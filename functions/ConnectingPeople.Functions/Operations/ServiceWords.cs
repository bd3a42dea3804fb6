using System.Globalization;
using ConnectingPeople.Functions.FollowUps;

namespace ConnectingPeople.Functions.Operations;

/// <summary>Figures of the service in words.</summary>
public static class ServiceWords
{
    public static string Many(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    /// <summary>Such as <c>3 minutes</c>: minutes up to two hours, hours up to two days, then days.</summary>
    public static string HowLong(Duration duration) => duration.TotalMinutes switch
    {
        < 1 => "less than a minute",
        < 120 and double minutes => Many((long)minutes, "minute"),
        < 2880 and double minutes => Many((long)minutes / 60, "hour"),
        double minutes => Many((long)minutes / 1440, "day"),
    };

    public static string Since(Instant? since, Instant now, string none) => since is { } at ? $"the first has waited {HowLong(now - at)}" : none;

    public static string Waiting(PeopleFigures people, Instant now) =>
        people.OutboxWaiting == 0 ? "none waits" : $"{Many(people.OutboxWaiting, "message")}; {Since(people.OutboxSince, now, "")}";

    public static string Sent(DayFigures day) => day.Due == 0 ? "none was due in the last 24 hours" : $"{day.Sent:N0} of {day.Due:N0} that were due in the last 24 hours";

    public static string Alerts(PeopleFigures people) =>
        people.AlertsOpen == 0 ? "none is open" : $"{people.AlertsOpen:N0} open, {people.AlertsOverdue:N0} not acknowledged in time";

    public static string Strangers(IReadOnlyList<Instant> waiting, Instant now) =>
        waiting.Count == 0 ? "nobody waits" : $"{Many(waiting.Count, "message")}; {Since(waiting.Min(), now, "")}";

    public static string Of(Export? export, Instant now) => export is null ? "none was ever asked for" : export.State switch
    {
        ExportState.Complete => $"complete, {Many(export.Rows, "row")}, {HowLong(now - export.CutOff)} old",
        ExportState.Failed => $"failed, asked for {HowLong(now - export.CutOff)} ago",
        _ => $"under way, {export.Percent} of 100",
    };
}
