using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.OpenApi;

/// <summary>Calls the app and keeps what passed, to be held against the document.</summary>
public sealed class Exchanges(App app)
{
    private readonly List<Exchange> kept = [];

    /// <summary>Which operations answered that all is well, such as <c>GET /api/alerts</c>.</summary>
    public IReadOnlySet<string> Succeeded => kept.Where(one => one.Status < 400).Select(one => $"{one.Method.ToUpperInvariant()} {one.Route}").ToHashSet();

    /// <summary>Calls the app as somebody of a role, or as nobody.</summary>
    /// <param name="who">Such as <c>administrator</c>, or null.</param>
    /// <param name="call">Method and route, such as <c>GET /api/participants/{id}</c>.</param>
    /// <param name="status">What it should answer.</param>
    /// <param name="body">Sent as JSON unless it is content already.</param>
    /// <param name="values">What stands in the place of the route's parameters, in their order; a query comes last.</param>
    public async Task<JsonElement> CallAsync(string? who, string call, int status, object? body = null, params string[] values)
    {
        string[] parts = call.Split(' ');
        string path = parts[1];
        foreach (string value in values)
        {
            int place = path.IndexOf('{', StringComparison.Ordinal);
            path = place < 0 ? path + value : $"{path[..place]}{value}{path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..]}";
        }

        using HttpRequestMessage request = new(new HttpMethod(parts[0]), path);
        request.Headers.Authorization = who is null ? null : new AuthenticationHeaderValue("Bearer", $"local-{who}");
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        string? sent = request.Content is null ? null : await request.Content.ReadAsStringAsync();
        using HttpResponseMessage response = await app.Http.SendAsync(request);
        string answer = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{call}: {(int)response.StatusCode} {answer}");
        kept.Add(new Exchange(
            parts[0].ToLowerInvariant(), parts[1], request.Content?.Headers.ContentType?.MediaType, sent, status, response.Content.Headers.ContentType?.MediaType ?? "", answer));
        return response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonDocument.Parse(answer).RootElement : default;
    }

    /// <summary>What an outside judge holds against the document's word.</summary>
    public async Task<IEnumerable<string?>> FaultsAsync() =>
        (await Judge.AskAsync("openapi-exchanges.js", new { document = await app.DocumentAsync(), exchanges = kept })).EnumerateArray().Select(fault => fault.GetString());

    private sealed record Exchange(string Method, string Route, string? MediaType, string? Sent, int Status, string AnswerType, string Answer);
}
