using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.Phones;
using ConnectingPeople.Simulator.Study;
using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>Accepts or refuses a message, as Twilio would or as it was told to.</summary>
public sealed class Sending(
    SimulatorOptions options, StudyClock clock, MessageLog log, OptOuts optOuts, FailurePlan failures, PhoneBook phones, Delivering delivering, Errands errands)
{
    public async Task<IResult> SendAsync(HttpContext http)
    {
        SendRequest request = SendRequest.Read(await http.Request.ReadFormAsync(http.RequestAborted));
        Failure? failure = failures.Take(request.To);
        if (failure is { Kind: FailureKind.HttpError })
        {
            return new TwilioError(failure.Code is 429 ? 20429 : 20500, failure.Code, failure.Label).ToResult();
        }

        if ((request.Fault(options.From) ?? Refusal(request.To, failure)) is { } error)
        {
            return error.ToResult();
        }

        TwilioMessage accepted = log.Add(await AcceptAsync(request, http.RequestAborted));
        int? undelivered = failure is { Kind: FailureKind.Undelivered } ? failure.Code : phones.At(request.To).Behaviour.DeliveryError();
        Task answered = http.Response.GivenAsync();
        errands.Add(accepted.To, async cancellation =>
        {
            await answered;
            await delivering.DeliverAsync(accepted.Sid, undelivered, cancellation);
        });
        return failure is { Kind: FailureKind.NoAnswer }
            ? NoAnswer.Instance
            : Results.Json(MessageJson.Of(accepted, options.AccountSid), MessageJson.SnakeCase, statusCode: StatusCodes.Status201Created);
    }

    private TwilioError? Refusal(string to, Failure? failure) =>
        failure switch
        {
            { Code: 21211 } => TwilioError.NotANumber(to),
            { Code: 21614 } => TwilioError.NotAMobile(to),
            { Code: 21610 } => TwilioError.OptedOut,
            _ => optOuts.IsBlocked(to) ? TwilioError.OptedOut : null,
        };

    private async Task<TwilioMessage> AcceptAsync(SendRequest request, CancellationToken cancellation)
    {
        Instant now = await clock.NowAsync(cancellation);
        return new TwilioMessage
        {
            Direction = MessageDirection.OutboundApi,
            Status = request.MessagingServiceSid is null ? MessageStatus.Queued : MessageStatus.Accepted,
            From = request.From is "" ? options.From : request.From,
            To = request.To,
            Body = request.Body,
            MessagingServiceSid = request.MessagingServiceSid,
            StatusCallback = request.StatusCallback is "" ? null : new Uri(request.StatusCallback),
            ValidUntil = request.ValidSeconds is { } seconds ? now + Duration.FromSeconds(seconds) : null,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }
}
