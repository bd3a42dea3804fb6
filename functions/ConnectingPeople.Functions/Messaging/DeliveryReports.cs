using Azure.Data.Tables;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>
/// Takes what providers report of messages to participants, in any order and number. Each stage is written once into a column of its
/// own, so that a late report of an earlier stage undoes nothing; what can't be delivered changes how the person is written to.
/// </summary>
public sealed class DeliveryReports(ParticipantStore participants, ParticipantChanges changes, StudyMetrics metrics)
{
    private const int MaxRaces = 10;

    /// <summary>Takes one report; of a message that isn't there, nothing.</summary>
    public async Task TakeAsync(ParticipantId id, string messageId, DeliveryReport report, CancellationToken cancellation)
    {
        for (int races = 0; races < MaxRaces; races++)
        {
            Stored? before = report.MayChangeThePerson ? await participants.LoadAsync(id, cancellation) : null;
            TableEntity? row = await participants.MessageAsync(id, messageId, cancellation);
            if (row is null || row.ContainsKey($"{report.Status}At") || IsLate(row, report))
            {
                return;
            }

            if (await SaveAsync(before, row, messageId, report, cancellation))
            {
                metrics.Reported(messageId, report);
                return;
            }
        }

        throw new IOException($"{messageId} of {id} changed {MaxRaces} times while a report was taken.");
    }

    /// <summary>Stores the report: with its consequences where it has some, so that they come once, else on the message alone.</summary>
    /// <returns>False for a lost race.</returns>
    private async Task<bool> SaveAsync(Stored? before, TableEntity row, string messageId, DeliveryReport report, CancellationToken cancellation)
    {
        Instant at = report.At ?? changes.Now;
        if (before is not null && Consequences(before.Person, row, messageId, report) is { } decision)
        {
            Dispatch news = new(messageId, report.Status, at, report.ProviderId, report.Code);
            return await changes.SaveAsync(before, decision with { Dispatches = [news] }, cancellation) is not null;
        }

        TableEntity told = new(row.PartitionKey, row.RowKey)
        {
            ETag = row.ETag,
            [$"{report.Status}At"] = at.ToDateTimeUtc(),
            ["ProviderId"] = report.ProviderId,
        };
        return await participants.UpdateMessageAsync(told, cancellation);
    }

    /// <returns>Null when the report changes nothing but the message.</returns>
    private Decision? Consequences(Participant person, TableEntity row, string messageId, DeliveryReport report)
    {
        Decision decision = Settle(new Decision(person), messageId, report);
        return report.Status switch
        {
            DeliveryStatus.Undelivered => Sending.Report(decision, messageId, row.GetString("CheckIn"), report.Code ?? "", changes.Now),
            DeliveryStatus.Unsubscribed => Pausing.OptOut(decision, changes.Now),
            _ => decision.Person == person ? null : decision,
        };
    }

    /// <summary>A report also answers a call whose own answer got lost.</summary>
    private Decision Settle(Decision decision, string messageId, DeliveryReport report) =>
        decision.Person.Outbox.FirstOrDefault(message => message.Id == messageId && message.Way == Way.Email) is { } unknown
            ? Sending.Record(decision, unknown, new SendResult.Accepted(report.ProviderId ?? ""), changes.Now) with { Dispatches = [] }
            : decision;

    /// <summary>Whether the message has come to its end: no later report can be news, but that an email which a server took came back.</summary>
    private static bool IsLate(TableEntity row, DeliveryReport report) => report.Status != DeliveryStatus.Unsubscribed
        && (row.ContainsKey($"{DeliveryStatus.Undelivered}At")
            || (row.ContainsKey($"{DeliveryStatus.Delivered}At") && !(report.Status == DeliveryStatus.Undelivered && report.MayComeBack)));
}

/// <summary>What a provider reports of a message.</summary>
/// <param name="Status">The stage that it reached.</param>
/// <param name="ProviderId">The provider's id of it.</param>
/// <param name="Code">Why it didn't arrive.</param>
public sealed record DeliveryReport(DeliveryStatus Status, string? ProviderId, string? Code = null)
{
    /// <summary>When that happened; null for now.</summary>
    public Instant? At { get; init; }

    /// <summary>Whether such a message, once taken by the receiver, may still come back: an email may.</summary>
    public bool MayComeBack { get; init; }

    /// <summary>Whether more than the message may change.</summary>
    public bool MayChangeThePerson => MayComeBack || Status == DeliveryStatus.Undelivered;
}
