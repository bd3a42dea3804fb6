using Azure.Data.Tables;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Twilio;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>
/// Takes Twilio's delivery reports, in any order and number. Each stage is written once into a column of its own, so that
/// a late report of an earlier stage undoes nothing; what can't be delivered changes how the person is written to.
/// </summary>
public sealed class ReceiveSmsStatus(ParticipantStore participants, ParticipantChanges changes, TwilioSignature signature)
{
    private const int MaxRaces = 10;

    [Function(nameof(ReceiveSmsStatus))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/twilio/status")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (await signature.ReadAsync(request, cancellation) is not { } form)
        {
            return Problem.Forbidden("The signature isn't Twilio's. Check Twilio__AuthToken and Site__PublicUrl.");
        }

        string messageId = request.Query["message"].ToString();
        if (!ParticipantId.TryParse(request.Query["participant"], out ParticipantId id) || messageId.Length == 0)
        {
            return Problem.BadRequest("The address names no participant and message.");
        }

        DeliveryStatus? reported = form["MessageStatus"].ToString() switch
        {
            "sent" => DeliveryStatus.Sent,
            "delivered" or "read" => DeliveryStatus.Delivered,
            "undelivered" or "failed" => DeliveryStatus.Undelivered,
            _ => null,
        };
        if (reported is { } status)
        {
            await TakeAsync(id, messageId, status, form["MessageSid"].ToString(), form["ErrorCode"].ToString(), cancellation);
        }

        return Results.NoContent();
    }

    private async Task TakeAsync(
        ParticipantId id, string messageId, DeliveryStatus status, string providerId, string code, CancellationToken cancellation)
    {
        for (int races = 0; races < MaxRaces; races++)
        {
            Stored? before = status == DeliveryStatus.Undelivered ? await participants.LoadAsync(id, cancellation) : null;
            TableEntity? row = await participants.MessageAsync(id, messageId, cancellation);
            if (row is null || row.ContainsKey($"{status}At") || HasEnded(row))
            {
                return;
            }

            if (before is not null)
            {
                if (await SaveBadNewsAsync(before, row, messageId, providerId, code, cancellation))
                {
                    return;
                }

                continue;
            }

            TableEntity news = new(row.PartitionKey, row.RowKey)
            {
                ETag = row.ETag,
                [$"{status}At"] = changes.Now.ToDateTimeUtc(),
                ["ProviderId"] = providerId,
            };
            if (await participants.UpdateMessageAsync(news, cancellation))
            {
                return;
            }
        }

        throw new IOException($"{messageId} of {id} changed {MaxRaces} times while a report was taken.");
    }

    /// <summary>Stores the report with its consequences, so that they come once.</summary>
    /// <returns>False for a lost race.</returns>
    private async Task<bool> SaveBadNewsAsync(
        Stored before, TableEntity row, string messageId, string providerId, string code, CancellationToken cancellation)
    {
        Decision decision = Sending.Report(new Decision(before.Person), messageId, row.GetString("CheckIn"), code, changes.Now);
        Dispatch news = new(messageId, DeliveryStatus.Undelivered, changes.Now, providerId, code);
        return await changes.SaveAsync(before, decision with { Dispatches = [.. decision.Dispatches, news] }, cancellation) is not null;
    }

    /// <summary>Whether the message has come to its end: no later report can be news.</summary>
    private static bool HasEnded(TableEntity row) =>
        row.ContainsKey($"{DeliveryStatus.Delivered}At") || row.ContainsKey($"{DeliveryStatus.Undelivered}At");
}
