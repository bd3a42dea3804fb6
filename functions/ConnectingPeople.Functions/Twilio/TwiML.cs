using System.Xml.Linq;

namespace ConnectingPeople.Functions.Twilio;

/// <summary>Answers that Twilio acts on: the direct reply to a message, or silence.</summary>
public static class TwiML
{
    public static IResult Reply(string? text) => Results.Text(
        new XDocument(new XElement("Response", text is null ? null : new XElement("Message", Writable(text)))).ToString(SaveOptions.DisableFormatting),
        "text/xml; charset=utf-8");

    /// <summary>The text without what XML can't hold: control characters and halves of characters.</summary>
    private static string Writable(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is '\n' or '\t' or >= ' ' and not 0xFFFE and not 0xFFFF)
        .Select(rune => rune.ToString()));
}
