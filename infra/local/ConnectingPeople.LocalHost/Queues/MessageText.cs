using System.Text;

namespace ConnectingPeople.LocalHost.Queues;

/// <summary>Queue messages are UTF-8 in Base64.</summary>
internal static class MessageText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text, or null if the message isn't Base64 of UTF-8.</returns>
    public static string? Decode(string message)
    {
        try
        {
            return Strict.GetString(Convert.FromBase64String(message));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
