using System.Xml;
using System.Xml.Linq;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>Reads the messages out of an answer in TwiML (https://www.twilio.com/docs/messaging/twiml/message).</summary>
public static class Twiml
{
    /// <returns>The texts in order, or in <c>Trouble</c> what Twilio would object to.</returns>
    public static (IReadOnlyList<string> Texts, string? Trouble) Read(string answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return ([], null);
        }

        try
        {
            XElement response = XDocument.Parse(answer, LoadOptions.PreserveWhitespace).Root!;
            return response.Name.LocalName == "Response"
                ? ([.. response.Elements("Message").Select(message => ((message.Element("Body") ?? message).Value).Trim())], null)
                : ([], "12200: the answer isn't TwiML");
        }
        catch (XmlException)
        {
            return ([], "12100: the answer isn't well-formed XML");
        }
    }
}
