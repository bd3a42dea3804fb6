using System.Diagnostics;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Twilio;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>Takes Twilio's delivery reports, in any order and number.</summary>
public sealed class ReceiveSmsStatus(DeliveryReports reports, TwilioSignature signature)
{
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
            using Activity? trace = StudyTrace.Continue("delivery report", request.Query[StudyTrace.Parameter], ActivityKind.Server, id, messageId);
            DeliveryReport report = new(status, form["MessageSid"].ToString(), form["ErrorCode"].ToString());
            await reports.TakeAsync(id, messageId, report, cancellation);
        }

        return Results.NoContent();
    }
}
