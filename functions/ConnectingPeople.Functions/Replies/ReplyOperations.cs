using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Replies;

/// <summary>What the OpenAPI document says of texts that people send.</summary>
internal static class ReplyOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("ReceiveSms", "Twilio hands over a text")
        {
            Description = "What is answered with 2xx is stored.",
            Proof = SecuritySchemes.Twilio,
            Takes = Content.Form<TwilioMessageForm>() with { IsOpen = true },
            Answers = [new Reply(200, "TwiML: the direct reply, or silence", new Content("text/xml"))],
        },
        Operation.Page("GetUnknownNumbersPage", "Page: what people wrote from numbers that nobody is enrolled with", Role.Administrator),
        Operation.Form("LookAfterUnknownNumber", "Form: say that somebody looks after a message", Role.Administrator),
    ];
}
