using System.Text;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.SendGrid;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>
/// Takes SendGrid's events of emails. Whatever goes wrong isn't answered with 2xx, so that SendGrid posts them again: it does so
/// for a day.
/// </summary>
public sealed partial class ReceiveEmailEvents(SendGridSignature signature, EmailEvents events, ILogger<ReceiveEmailEvents> log)
{
    private const int MaxBytes = 1024 * 1024;

    [Function(nameof(ReceiveEmailEvents))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/sendgrid/events")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            return Problem.BadRequest("Events come as JSON, with Content-Type: application/json.");
        }

        if (await Body.ReadAsync(request, MaxBytes, cancellation) is not { } bytes)
        {
            return Problem.TooLarge(MaxBytes);
        }

        if (!signature.IsRight(request.Headers, bytes))
        {
            return Problem.Forbidden("The signature isn't SendGrid's, or isn't of the last ten minutes. Check SendGrid__EventPublicKey and the clock.");
        }

        (IReadOnlyList<EmailEvent>? read, IResult? problem) = SendGridEvents.Read(Encoding.UTF8.GetString(bytes), LogUnread);
        if (read is null)
        {
            return problem!;
        }

        await events.TakeAsync(read, cancellation);
        return Results.NoContent();
    }

    [LoggerMessage(LogLevel.Error, "Item {Index} (from 0) of a post of email events was left out. {Why}")]
    private partial void LogUnread(int index, string why);
}
