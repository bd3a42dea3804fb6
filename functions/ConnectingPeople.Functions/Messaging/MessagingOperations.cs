using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>What the OpenAPI document says of what providers tell of our messages, and of the way out of emails.</summary>
internal static class MessagingOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("ReceiveSmsStatus", "Twilio tells what became of a text")
        {
            Proof = SecuritySchemes.Twilio,
            Query = [new QueryField("participant", "Whose message it was."), new QueryField("message", "Which message.")],
            Takes = Content.Form<TwilioStatusForm>() with { IsOpen = true },
            Answers = [new Reply(204, "Taken")],
        },
        new("ReceiveEmailEvents", "SendGrid tells what became of emails")
        {
            Description = "Up to 1,000 events at a time, in any order and number. Events of other kinds, and fields that aren't named here, are let be.",
            Proof = SecuritySchemes.SendGrid,
            Takes = Content.Json<IReadOnlyList<SendGridEventRequest>>() with { IsOpen = true },
            Answers = [new Reply(204, "Taken")],
        },
        Operation.Page("Unsubscribe", "Page: asks whether emails shall end") with { Method = "get", Refuses = [404] },
        Operation.Form("Unsubscribe", "End emails, by one click (RFC 8058)") with
        {
            Method = "post",
            Takes = Content.Form<OneClickForm>() with { IsOpen = true },
            Answers = [Reply.Html("Nothing more is sent")],
        },
    ];
}
