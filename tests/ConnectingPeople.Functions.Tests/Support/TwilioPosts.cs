using System.Xml.Linq;
using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Webhooks as Twilio posts them, with whatever a test puts in.</summary>
public static class TwilioPosts
{
    public const string Messages = "/webhooks/twilio/messages";

    public static string Token { get; } = new SimulatorOptions().AuthToken;

    /// <summary>An id such as Twilio gives to messages.</summary>
    public static string NewSid() => $"SM{Guid.NewGuid():N}";

    /// <summary>The form of a text from a phone.</summary>
    public static Dictionary<string, string> Text(string from, string body, string? sid = null) => new()
    {
        ["MessageSid"] = sid ?? NewSid(),
        ["From"] = from,
        ["To"] = "+447700900000",
        ["Body"] = body,
        ["NumMedia"] = "0",
    };

    /// <summary>Posts a text from a phone, signed.</summary>
    public static Task<Answer> TextAsync(this App app, string from, string body, string? sid = null) =>
        app.PostSignedAsync(Messages, Text(from, body, sid));

    /// <summary>Posts a form, signed for the address that the app is told it has.</summary>
    public static Task<Answer> PostSignedAsync(this App app, string path, IReadOnlyDictionary<string, string> form) =>
        app.PostSignedAsync(path, form, Signature.Of(new Uri(app.Http.BaseAddress!, path), form, Token));

    /// <summary>Posts a form with that signature.</summary>
    public static async Task<Answer> PostSignedAsync(this App app, string path, IReadOnlyDictionary<string, string> form, string? signature, string? host = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Host = host;
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(Signature.Header, signature);
        }

        using HttpResponseMessage response = await app.Http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }

    /// <summary>What the answer makes Twilio say; null for silence.</summary>
    public static string? Said(this Answer answer)
    {
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, $"{answer.Status} {answer.Text}");
        return XDocument.Parse(answer.Text).Root!.Element("Message")?.Value;
    }
}
