using System.ComponentModel;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>An alert as the API shows it.</summary>
public sealed record AlertItem(
    [property: Description("{participant}:{alert}, as addresses name it.")] string Id, string ParticipantId, string Rule,
    [property: WordOf(typeof(Severity))] string Severity, [property: WordOf(typeof(AlertState))] string State, Instant RaisedAt, string Summary,
    Instant? EscalatesAt, Instant? AcknowledgedAt, string? AcknowledgedBy, Instant? ResolvedAt, string? ResolvedBy, string? ResolvedWhy,
    IReadOnlyList<AlertItemStep> Steps)
{
    public static AlertItem Of(ParticipantId participant, Alert alert)
    {
        AlertStep? acknowledged = alert.Last(AlertAct.Acknowledged);
        AlertStep? ended = alert.State == AlertState.Resolved ? alert.Last(AlertAct.Resolved) ?? alert.Last(AlertAct.Closed) : null;
        return new AlertItem(
            AlertReference.Of(participant, alert.Id), participant.Text, alert.Rule, Words.Of(alert.Severity), Words.Of(alert.State), alert.RaisedAt, alert.Summary,
            alert.EscalatesAt, acknowledged?.At, acknowledged?.Who, ended?.At, ended?.Who, ended?.What,
            [.. alert.Steps.Select(step => new AlertItemStep(Words.Of(step.Act), step.At, step.Who, step.What))]);
    }
}

/// <summary>Who did what when.</summary>
public sealed record AlertItemStep([property: WordOf(typeof(AlertAct))] string Act, Instant At, string? Who, string? What);
