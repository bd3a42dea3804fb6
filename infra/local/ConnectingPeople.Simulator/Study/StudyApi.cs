using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ConnectingPeople.Simulator.Study;

/// <summary>What the study answered to a call.</summary>
/// <param name="Body">The JSON it answered, or an undefined element.</param>
/// <param name="Trouble">What went wrong, in words for the person who asked, or null.</param>
/// <param name="Location">The path where what was asked for will be, or null.</param>
public sealed record StudyAnswer(int Status, JsonElement Body, string? Trouble, string? Location = null);

/// <summary>Calls the study's own API with a local sign-in, as its users would.</summary>
public sealed class StudyApi(StudyAddress study, IHttpClientFactory http)
{
    public const string Client = "study";

    public const string Administrator = "local-administrator";
    public const string Researcher = "local-researcher";

    public async Task<StudyAnswer> CallAsync(HttpMethod method, string path, string signIn, object? body, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await SendAsync(method, path, signIn, body, cancellation);
            string text = await response.Content.ReadAsStringAsync(cancellation);
            JsonElement answer = Json(text);
            string? location = response.Headers.Location is { } uri ? new Uri(study.For("/"), uri).AbsolutePath : null;
            return new StudyAnswer((int)response.StatusCode, answer, response.IsSuccessStatusCode ? null : Trouble(response, answer), location);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new StudyAnswer(0, default, $"The study doesn't answer at {study.Url?.OriginalString ?? "an address still unknown"}.");
        }
    }

    /// <summary>A file of the study's as it comes, for the page to pass on.</summary>
    public Task<HttpResponseMessage> FileAsync(string path, string signIn, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, signIn, body: null, cancellation);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string signIn, object? body, CancellationToken cancellation)
    {
        HttpClient client = http.CreateClient(Client);
        HttpRequestMessage request = new(method, study.For(path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", signIn);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private static JsonElement Json(string text)
    {
        try
        {
            return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Problem details say what was wrong; without them the status has to do.</summary>
    private static string Trouble(HttpResponseMessage response, JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && (answer.TryGetProperty("detail", out JsonElement words) || answer.TryGetProperty("title", out words))
            ? words.ToString()
            : $"The study answered {(int)response.StatusCode} {response.ReasonPhrase}.";
}
