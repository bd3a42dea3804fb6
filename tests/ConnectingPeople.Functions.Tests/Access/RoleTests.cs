using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using ConnectingPeople.Functions.Tests.Site;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.LocalHost;

namespace ConnectingPeople.Functions.Tests.Access;

/// <summary>Who may call what: every route, every role.</summary>
public sealed class RoleTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Roles = ["practitioner", "supervisor", "researcher", "administrator"];

    private readonly App app = shared.App;

    /// <summary>Method, route as the function has it, and who may call it: a letter a role.</summary>
    public static TheoryData<string, string, string> Routes() => new()
    {
        { "POST", "api/participants", "p a" },
        { "POST", "api/participants/import", "a" },
        { "GET", "api/participants", "p s a" },
        { "GET", "api/participants/{id}", "p s a" },
        { "DELETE", "api/participants/{id}", "a" },
        { "GET", "api/participants/{id}/record", "a" },
        { "POST", "api/contacts/re-encrypt", "a" },
        { "POST", "api/participants/{id}/pause", "p a" },
        { "POST", "api/participants/{id}/resume", "p a" },
        { "POST", "api/participants/{id}/withdraw", "p a" },
        { "POST", "api/participants/{id}/goals", "p a" },
        { "POST", "api/participants/{id}/practitioner", "s a" },
        { "PUT", "api/participants/{id}/waves/{wave}/answers", "p r" },
        { "PUT", "api/agencies/{id}", "a" },
        { "PUT", "api/agencies/{id}/fidelity", "r a" },
        { "GET", "api/agencies/{id}/fidelity", "s r a" },
        { "PUT", "api/staff/{email}", "a" },
        { "GET", "api/alerts", "p s" },
        { "POST", "api/alerts/{id}/acknowledge", "p s" },
        { "POST", "api/alerts/{id}/resolve", "p s" },
        { "POST", "api/exports", "r" },
        { "GET", "api/exports", "r" },
        { "GET", "api/exports/{id}", "r" },
        { "GET", "api/exports/{id}/{file}", "r" },
        { "POST", "api/exports/{id}/release-free-text", "a" },
        { "GET", "api/study", "a" },
        { "POST", "api/study/validate", "a" },
        { "POST", "api/study/try-reply", "a" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_lets_in_whom_it_is_for_and_nobody_else(string method, string route, string letters)
    {
        string path = "/" + route.Replace("{id}", "CP-000000", StringComparison.Ordinal).Replace("{email}", "x", StringComparison.Ordinal)
            .Replace("{file}", "x.csv", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.SendAsync(null, new HttpMethod(method), path)).Status);
        foreach (string role in Roles)
        {
            Answer answer = await app.SendAsync(role, new HttpMethod(method), path);

            bool isLetIn = answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized);
            Assert.True(isLetIn == letters.Split(' ').Contains(role[..1]), $"{role}: {answer.Status} {answer.Text}");
            Assert.True((int)answer.Status < 500, $"{role}: {answer.Status} {answer.Text}");
        }
    }

    [Fact]
    public void Every_route_has_its_place_in_the_table()
    {
        string[] open = ["api/openapi.json", "health", "health/ready", "webhooks/twilio/messages", "webhooks/twilio/status", "webhooks/sendgrid/events", "unsubscribe/{token}", "assets/{file}", "alerts/link/{token}", "check-in/{token}", "{nothing:maxlength(0)?}"];
        IEnumerable<string> routes = typeof(Setup).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .SelectMany(parameter => parameter.CustomAttributes.Where(attribute => attribute.AttributeType == typeof(HttpTriggerAttribute)))
            .Select(trigger => (
                Route: (string)trigger.NamedArguments.Single().TypedValue.Value!,
                Methods: ((IEnumerable<CustomAttributeTypedArgument>)trigger.ConstructorArguments[1].Value!).Select(method => (string)method.Value!)))
            .Where(trigger => !open.Contains(trigger.Route))
            .SelectMany(trigger => trigger.Methods.Select(method => $"{method.ToUpperInvariant()} {trigger.Route}"));

        Assert.Equal(Routes().Concat(PageRouteTests.Routes()).Select(row => $"{row.Data.Item1} {row.Data.Item2}").Order(), routes.Order());
    }

    /// <summary>The header's name, and how often it comes.</summary>
    [Theory]
    [InlineData("X-MS-CLIENT-PRINCIPAL", 1)]
    [InlineData("X-MS-CLIENT-PRINCIPAL", 2)]
    [InlineData("x-ms-client-principal", 1)]
    public async Task A_principal_that_comes_from_outside_is_dropped(string header, int times)
    {
        string administrator = SignedInTests.Principal(("roles", "administrator"), ("email", "mallory@example.org"));
        using HttpRequestMessage forged = Forged("/api/study", header, administrator, times);
        using HttpRequestMessage beside = Forged("/api/study", header, administrator, times);
        beside.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "local-practitioner:pat@example.org");

        using HttpResponseMessage nobody = await app.Http.SendAsync(forged, TestContext.Current.CancellationToken);
        using HttpResponseMessage practitioner = await app.Http.SendAsync(beside, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, practitioner.StatusCode);
    }

    [Theory]
    [InlineData("DELETE", "/api/participants")]
    [InlineData("PATCH", "/api/participants")]
    [InlineData("GET", "/webhooks/twilio/messages")]
    [InlineData("PUT", "/health")]
    public async Task A_method_that_a_route_has_not_is_not_found(string method, string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.SendAsync("administrator", new HttpMethod(method), path)).Status);

    private static HttpRequestMessage Forged(string path, string header, string principal, int times)
    {
        HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, Enumerable.Repeat(principal, times));
        return request;
    }
}
