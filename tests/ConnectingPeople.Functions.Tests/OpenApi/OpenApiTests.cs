using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.OpenApi;
using ConnectingPeople.Functions.Tests.Access;
using ConnectingPeople.Functions.Tests.Site;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.OpenApi;

/// <summary>The document names every route of the app and nothing else, and is what an outside judge calls OpenAPI.</summary>
public sealed class OpenApiTests(SharedApp shared) : IClassFixture<SharedApp>
{
    /// <summary>What the host alone has, beside the app.</summary>
    private static readonly string[] OfTheHost = ["/.auth", "/admin", "/local"];

    private readonly App app = shared.App;

    [Fact]
    public async Task Every_address_that_the_host_serves_is_in_the_document_and_nothing_else()
    {
        IEnumerable<string> served = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
            .SelectMany(endpoint => Methods(endpoint).Select(method => (Method: method, Path: PathOf(endpoint))))
            .Where(route => !OfTheHost.Any(host => route.Path.StartsWith(host, StringComparison.Ordinal)))
            .Select(route => $"{route.Method.ToUpperInvariant()} {route.Path}");

        IEnumerable<string> documented = (await app.DocumentAsync()).Operations().Select(operation => operation.Route);

        Assert.Equal(served.Distinct().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_route_is_described_where_its_feature_is()
    {
        IReadOnlyList<HttpRoute> routes = HttpRoute.Of(typeof(Setup).Assembly);

        IEnumerable<string> silent = routes.Where(route => !Functions.OpenApi.Operations.All.Any(operation => operation.IsOf(route)))
            .Select(route => $"{route.Method.ToUpperInvariant()} {route.Path}: declare '{route.Function}' in functions/ConnectingPeople.Functions/{route.Feature}/, "
                + "in its …Operations.cs (a new one goes into OpenApi/Operations.cs, too).");
        IEnumerable<string> stale = Functions.OpenApi.Operations.All.Where(operation => !routes.Any(operation.IsOf))
            .Select(operation => $"'{operation.Function}' is declared, and there is no HTTP function of that name and method. Take it away, or name it right.");

        Assert.Empty(silent.Concat(stale));
    }

    [Fact]
    public async Task The_document_is_valid_for_an_outside_judge()
    {
        JsonElement document = await app.DocumentAsync();

        JsonElement judged = await Judge.AskAsync("openapi.js", new { document }, TestContext.Current.CancellationToken);

        Assert.Empty(judged.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()));
        Assert.Equal("3.1", judged.GetProperty("version").GetString());
    }

    [Fact]
    public async Task Roles_are_those_that_the_routes_let_in()
    {
        Dictionary<string, string> letters = RoleTests.Routes().Concat(PageRouteTests.Routes())
            .ToDictionary(row => $"{row.Data.Item1} /{row.Data.Item2}", row => string.Join(' ', row.Data.Item3.Split(' ').Order(StringComparer.Ordinal)));

        IEnumerable<(string Route, string? Roles)> said = (await app.DocumentAsync()).Operations()
            .Select(operation => (operation.Route, RolesOf(operation.Said)));

        Assert.All(said, operation => Assert.Equal((operation.Route, letters.GetValueOrDefault(operation.Route)), operation));
    }

    [Fact]
    public async Task Every_parameter_and_every_answer_is_described()
    {
        foreach ((string route, JsonElement said) in (await app.DocumentAsync()).Operations())
        {
            Assert.True(
                !said.TryGetProperty("parameters", out JsonElement parameters) || parameters.EnumerateArray().All(one => one.TryGetProperty("description", out _)),
                $"{route} has a parameter without a description: see OpenApi/PathParameters.cs.");
            Assert.Contains(said.GetProperty("responses").EnumerateObject(), response => response.Name[0] is '2' or '3');
        }
    }

    [Fact]
    public async Task It_says_where_the_app_is_and_is_sent_again_only_when_it_changed()
    {
        PageAnswer first = await app.BrowseAsync(null, Documented.Address);
        using HttpRequestMessage again = new(HttpMethod.Get, Documented.Address);
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Header("ETag"));

        using HttpResponseMessage second = await app.Http.SendAsync(again, TestContext.Current.CancellationToken);

        JsonElement document = JsonDocument.Parse(first.Text).RootElement;
        Assert.Equal(app.Http.BaseAddress!.ToString().TrimEnd('/'), document.GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.Equal("Connecting People", document.GetProperty("info").GetProperty("title").GetString());
        Assert.Equal("application/json", first.Header("Content-Type"));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(method => method.ToLowerInvariant()) ?? ["any"];

    /// <summary>The root's route is a parameter that matches nothing, because the host takes an empty route for none.</summary>
    private static string PathOf(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is { } text && text != "{nothing:maxlength(0)?}" ? $"/{text.TrimStart('/')}" : "/";

    /// <returns>A letter a role, in order; null for what isn't for roles.</returns>
    private static string? RolesOf(JsonElement said)
    {
        string[] roles =
        [
            .. said.GetProperty("security").EnumerateArray().SelectMany(requirement => requirement.EnumerateObject())
                .SelectMany(scheme => scheme.Value.EnumerateArray()).Select(role => role.GetString()![..1]).Distinct().Order(StringComparer.Ordinal),
        ];
        return roles.Length > 0 ? string.Join(' ', roles) : null;
    }
}
