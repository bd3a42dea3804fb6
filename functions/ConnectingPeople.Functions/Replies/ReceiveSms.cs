using System.Diagnostics;
using System.Globalization;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Twilio;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Replies;

/// <summary>
/// Takes a text message from a person: three calls to storage and no other on the way to the answer. Whatever goes wrong
/// isn't answered with 2xx, so that Twilio keeps it as failed and the reconciliation finds it.
/// </summary>
public sealed class ReceiveSms(
    ContactStore contacts, StrangerMessages strangers, MessageTaking messages, Study study, TwilioSignature signature,
    FormLinks links, IOptions<TwilioOptions> twilio, StudyMetrics metrics, IClock clock)
{
    [Function(nameof(ReceiveSms))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/twilio/messages")] HttpRequest request,
        CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        if (await signature.ReadAsync(request, cancellation) is not { } form)
        {
            return Problem.Forbidden("The signature isn't Twilio's. Check Twilio__AuthToken and Site__PublicUrl.");
        }

        Inbound sms = Read(form);
        string from = form["From"].ToString();
        if (sms.ProviderId.Length == 0 || from.Length == 0)
        {
            return Problem.BadRequest("MessageSid and From are needed.");
        }

        using Activity? trace = StudyTrace.Start("reply", ActivityKind.Server);
        string? answer = await AnswerAsync(from, sms, cancellation);
        metrics.Replied(Stopwatch.GetElapsedTime(began));
        return TwiML.Reply(answer);
    }

    /// <remarks>A number that an enrolment reserved before it died is a stranger's: nobody is there who could be told of the message.</remarks>
    private async Task<string?> AnswerAsync(string from, Inbound sms, CancellationToken cancellation) =>
        await contacts.FindAsync(from, cancellation) is { } caller
        && await messages.TakeAsync(caller.Id, sms, person => Replying.Decide(person, sms, study), cancellation) is { } taken
            ? Said(taken.Reply, caller)
            : await strangers.AnswerAsync(from, sms, cancellation);

    private string? Said(RecordedReply recorded, Caller caller) =>
        recorded.Text is { } stored ? links.PutInto(FirstName.PutInto(stored, caller.FirstName), caller.Id, recorded.CheckIn) : null;

    private Inbound Read(IFormCollection form) => new(
        form["MessageSid"].ToString(),
        form["Body"].ToString(),
        clock.GetCurrentInstant(),
        int.TryParse(form["NumMedia"], NumberStyles.None, CultureInfo.InvariantCulture, out int media) ? media : 0,
        form["OptOutType"].ToString() switch
        {
            "STOP" => CarrierAction.OptedOut,
            "START" => CarrierAction.OptedIn,
            "HELP" => CarrierAction.Helped,
            _ => CarrierAction.None,
        },
        twilio.Value.CarrierAnswers);
}
