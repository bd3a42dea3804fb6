using System.IO.Pipelines;
using System.Text.Json;

namespace ConnectingPeople.Functions.Forms;

/// <summary>
/// Who a request comes from, as the front end of Azure wrote it. The functions host passes requests on by a proxy, which writes that
/// header anew; the one that came to the host is told beside the request.
/// </summary>
public static class ForwardedFor
{
    public const string Name = "X-Forwarded-For";

    /// <summary>What the host calls all headers; but a field of that name in the query, or in a body of JSON, takes their place.</summary>
    public const string Told = "Headers";

    /// <summary>Puts the front end's header back, unless the caller can have written what is told.</summary>
    /// <param name="request">As the worker has it. Of its body only the first byte is looked at.</param>
    /// <param name="beside">What the host told beside it.</param>
    public static async Task PutBackAsync(HttpRequest request, IReadOnlyDictionary<string, object?> beside, CancellationToken cancellation)
    {
        if (beside.GetValueOrDefault(Told) is string headers
            && !request.Query.ContainsKey(Told)
            && !await MayHoldFieldsAsync(request, cancellation)
            && Find(headers) is { } written)
        {
            request.Headers[Name] = written;
        }
    }

    /// <summary>The host takes a body that begins with a brace for JSON, whatever its type. A form begins with a name.</summary>
    private static async ValueTask<bool> MayHoldFieldsAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is null or 0)
        {
            return false;
        }

        if (!request.HasFormContentType)
        {
            return true;
        }

        ReadResult start = await request.BodyReader.ReadAsync(cancellation);
        bool isForm = start.Buffer.FirstSpan is [byte first, ..] && char.IsAsciiLetterOrDigit((char)first);
        request.BodyReader.AdvanceTo(start.Buffer.Start);
        return !isForm;
    }

    private static string? Find(string headers)
    {
        using JsonDocument told = JsonDocument.Parse(headers);
        JsonProperty found = told.RootElement.EnumerateObject()
            .FirstOrDefault(header => header.Name.Equals(Name, StringComparison.OrdinalIgnoreCase));
        return found.Value.ValueKind == JsonValueKind.String ? found.Value.GetString() : null;
    }
}
