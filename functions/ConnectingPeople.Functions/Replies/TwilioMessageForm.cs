using System.ComponentModel;

namespace ConnectingPeople.Functions.Replies;

/// <summary>What <see cref="ReceiveSms"/> reads of Twilio's form; it holds more.</summary>
public sealed record TwilioMessageForm(
    [property: Description("A message that comes again is answered as before, and changes nothing.")] string MessageSid,
    [property: Description("The sender's number, in E.164.")] string From,
    [property: Description("The text.")] string? Body,
    [property: Description("How many pictures came with it.")] string? NumMedia,
    [property: Description("STOP, START or HELP where Twilio has acted on the word itself.")] string? OptOutType);
