using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Storage;

/// <summary>
/// Plays the endpoint that App Service gives an app for tokens of its managed identities (Microsoft, "How to use managed identities
/// for App Service", REST endpoint reference, 2019-08-01). Azurite reads the tokens but can't check who signed them.
/// </summary>
public sealed class IdentityEndpoint : IAsyncDisposable
{
    public const string Secret = "only-the-app-knows";

    private readonly WebApplication app;

    private IdentityEndpoint(WebApplication app) => this.app = app;

    /// <summary>Which identities were asked for, by client id.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public string Address => $"{app.Urls.Single()}/msi/token";

    public static async Task<IdentityEndpoint> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        IdentityEndpoint endpoint = new(app);
        app.Run(endpoint.AnswerAsync);
        await app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        if (context.Request.Headers["X-IDENTITY-HEADER"] != Secret || query["resource"] != "https://storage.azure.com")
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        Asked.Enqueue(query["client_id"]!);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        DateTimeOffset end = now.AddHours(6);
        string claims = JsonSerializer.Serialize(new
        {
            aud = "https://storage.azure.com",
            iss = "https://sts.windows.net/44444444-4444-4444-8444-444444444444/",
            iat = now.ToUnixTimeSeconds(),
            nbf = now.AddMinutes(-5).ToUnixTimeSeconds(),
            exp = end.ToUnixTimeSeconds(),
            appid = query["client_id"].ToString(),
        });
        string token = $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(claims)}.{Part("unsigned")}";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            access_token = token,
            expires_on = end.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            resource = "https://storage.azure.com",
            token_type = "Bearer",
        }));
    }

    private static string Part(string text) => Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));
}
