using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.Study;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ConnectingPeople.Simulator.SendGrid;

/// <summary>The stand-in for SendGrid's API for sending mail.</summary>
public sealed class MailApi(SimulatorOptions options, StudyClock clock, Inboxes inboxes, FailurePlan failures, EmailEvents events, FormFilling forms,
    Errands errands)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v3/mail/send", SendAsync);

    private async Task<IResult> SendAsync(HttpContext http, MailJson mail)
    {
        if (http.Request.Headers.Authorization != $"Bearer {options.SendGridKey}")
        {
            return Error(StatusCodes.Status401Unauthorized, null, "The provided authorization grant is invalid, expired, or revoked");
        }

        if (mail.Fault() is { } fault)
        {
            return Error(StatusCodes.Status400BadRequest, fault.Field, fault.Message);
        }

        Personalization[] personal = [.. mail.Personalizations!];
        Failure? failure = failures.Take(personal[0].To![0].Email!);
        if (failure is { Kind: FailureKind.HttpError })
        {
            return Error(failure.Code, null, failure.Label);
        }

        string id = $"{Guid.NewGuid():N}"[..22];
        Instant now = await clock.NowAsync(http.RequestAborted);
        Task answered = http.Response.GivenAsync();
        foreach (Email email in personal.SelectMany(p => p.To!.Select(to => EmailOf(mail, p, to, id, now))))
        {
            inboxes.Add(email);
            errands.Add(email.To, async cancellation =>
            {
                await answered;
                bool bounces = failure is { Kind: FailureKind.Bounced };
                await events.TellAsync(email, bounces ? EmailEvents.Bounce : EmailEvents.Delivered, cancellation);
                if (!bounces)
                {
                    forms.React(email);
                }
            });
        }

        http.Response.Headers["X-Message-Id"] = id;
        return failure is { Kind: FailureKind.NoAnswer } ? NoAnswer.Instance : Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static Email EmailOf(MailJson mail, Personalization personal, MailAddress to, string id, Instant now) => new()
    {
        MessageId = id,
        To = to.Email!,
        From = mail.From!.Email!,
        FromName = mail.From.Name ?? "",
        Subject = personal.Subject ?? mail.Subject!,
        Text = mail.ContentOf("text/plain"),
        Html = mail.ContentOf("text/html"),
        About = Together(mail.CustomArgs, personal.CustomArgs),
        Headers = Together(mail.Headers, personal.Headers),
        IsTracked = mail.Tracking is not { IsOff: true },
        At = now,
    };

    /// <summary>What is said for one person goes before what is said for all.</summary>
    private static Dictionary<string, string> Together(IReadOnlyDictionary<string, string>? forAll, IReadOnlyDictionary<string, string>? own) =>
        (forAll ?? new Dictionary<string, string>()).Concat(own ?? new Dictionary<string, string>())
            .GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Value);

    private static IResult Error(int status, string? field, string message) =>
        Results.Json(new { errors = new[] { new { message, field, help = (string?)null } } }, statusCode: status);
}
