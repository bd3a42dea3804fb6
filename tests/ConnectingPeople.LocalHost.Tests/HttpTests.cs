using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Tests;

public sealed class HttpTests
{
    [Theory]
    [InlineData("GET", "/people/CP-1/goals/2", HttpStatusCode.OK, "CP-1 2")]
    [InlineData("GET", "/people/CP%2D1/goals", HttpStatusCode.OK, "CP-1 none")]
    [InlineData("GET", "/files/a/b/c.txt", HttpStatusCode.OK, "a/b/c.txt")]
    [InlineData("GET", "/named/7", HttpStatusCode.OK, "7")]
    [InlineData("GET", "/NoRoute", HttpStatusCode.OK, "by its name")]
    [InlineData("PATCH", "/NoRoute", HttpStatusCode.OK, "by its name")]
    [InlineData("GET", "/named/seven", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound, "")]
    [InlineData("DELETE", "/people/CP-1/goals/2", HttpStatusCode.NotFound, "")]
    public async Task A_request_reaches_the_function_of_its_route_and_method(string method, string path, HttpStatusCode status, string body)
    {
        await using App app = await App.StartAsync([typeof(Routes)], "--Where", "named");

        HttpResponseMessage answer = await app.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_route_prefix_of_the_host_stands_before_each_route()
    {
        await using App app = await App.StartAsync([typeof(Routes)], "--Where", "named", "--AzureFunctionsJobHost__extensions__http__routePrefix", "api");

        Assert.Equal("7", await app.Http.GetStringAsync("/api/named/7"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/named/7")).StatusCode);
    }

    [Fact]
    public async Task Each_invocation_has_a_class_a_scope_and_an_id_of_its_own()
    {
        await using App app = await App.StartAsync([typeof(Scoped)], services => services.AddScoped<Visit>());

        string[] answers = [await app.Http.GetStringAsync("/scoped"), await app.Http.GetStringAsync("/scoped")];

        Assert.All(answers, answer => Assert.EndsWith(" 1 True True Scoped", answer));
        Assert.Equal(2, answers.Distinct().Count());
    }

    [Theory]
    [InlineData("task")]
    [InlineData("value-task")]
    [InlineData("nothing")]
    [InlineData("text")]
    public async Task What_is_no_result_answers_200_with_no_body(string path)
    {
        await using App app = await App.StartAsync([typeof(Returns)]);

        HttpResponseMessage answer = await app.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("later")]
    [InlineData("value-later")]
    [InlineData("static")]
    public async Task A_result_is_executed_however_it_is_returned(string path)
    {
        await using App app = await App.StartAsync([typeof(Returns)]);

        Assert.Equal("done", await app.Http.GetStringAsync(path));
    }

    [Fact]
    public async Task A_failure_answers_500_with_nothing_in_it_and_is_logged()
    {
        await using App app = await App.StartAsync([typeof(Failing)]);

        HttpResponseMessage answer = await app.Http.GetAsync("failing");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("X-Half-Done"));
        Assert.Equal(["Function Failing failed."], app.Log.At(LogLevel.Error));
    }

    [Fact]
    public async Task A_caller_who_leaves_cancels_the_invocation()
    {
        Seen seen = new();
        await using App app = await App.StartAsync([typeof(Patient)], services => services.AddSingleton(seen));
        using CancellationTokenSource leaving = new();
        Task<string> call = app.Http.GetStringAsync("patient", leaving.Token);
        Assert.Equal("began", await seen.NextAsync<string>());

        await leaving.CancelAsync();

        Assert.Equal("cancelled", await seen.NextAsync<string>());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_Razor_component_is_a_result()
    {
        await using App app = await App.StartAsync([typeof(Page)], services => services.AddRazorComponents());

        Assert.Equal("<h1>Caseload &amp; alerts</h1>", await app.Http.GetStringAsync("page"));
    }

    internal sealed class Routes
    {
        [Function("Goal")]
        public static Task<IResult> Goal(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "people/{id}/goals/{number?}")] HttpRequest request,
            string id,
            string? number,
            CancellationToken cancellation) => Task.FromResult(Results.Text($"{id} {number ?? "none"}"));

        [Function("Files")]
        public IResult Files([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string path) => Results.Text(path);

        [Function("Named")]
        public IResult Named([HttpTrigger(AuthorizationLevel.Function, "get", Route = "%Where%/{number:int}")] HttpRequest request, string number) => Results.Text(number);

        [Function("NoRoute")]
        public IResult NoRoute([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text("by its name");
    }

    internal sealed class Visit
    {
        public int Count { get; set; }
    }

    internal sealed class Scoped(Visit visit, IServiceProvider services)
    {
        [Function("Scoped")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
        {
            visit.Count++;
            context.Items["seen"] = true;
            bool own = ReferenceEquals(services.GetRequiredService<Visit>(), context.InstanceServices.GetRequiredService<Visit>());
            bool requests = ReferenceEquals(request.HttpContext.RequestServices.GetRequiredService<Visit>(), visit);
            return Results.Text($"{context.InvocationId} {visit.Count} {own} {requests} {context.FunctionId}");
        }
    }

    internal sealed class Returns
    {
        [Function("task")]
        public Task Task([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => System.Threading.Tasks.Task.CompletedTask;

        [Function("value-task")]
        public ValueTask ValueTask([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => default;

        [Function("nothing")]
        public void Nothing([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
        }

        [Function("text")]
        public string Text([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "unseen";

        [Function("later")]
        public async Task<IResult> Later([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            await System.Threading.Tasks.Task.Yield();
            return Results.Text("done");
        }

        [Function("value-later")]
        public ValueTask<ContentHttpResult> ValueLater([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new(TypedResults.Text("done"));

        [Function("static")]
        public static ContentHttpResult Static([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => TypedResults.Text("done");
    }

    internal sealed class Failing
    {
        [Function("Failing")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
        {
            request.HttpContext.Response.Headers["X-Half-Done"] = "yes";
            throw new InvalidOperationException("Amira's secret");
        }
    }

    internal sealed class Patient(Seen seen)
    {
        [Function("patient")]
        public async Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, CancellationToken cancellation)
        {
            using CancellationTokenRegistration cancelled = cancellation.Register(() => seen.Add("cancelled"));
            seen.Add("began");
            await Task.Delay(Timeout.Infinite, cancellation);
        }
    }

    internal sealed class Page
    {
        [Function("page")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new RazorComponentResult<Heading>(new { Text = "Caseload & alerts" });
    }

    internal sealed class Heading : ComponentBase
    {
        [Parameter]
        public string Text { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "h1");
            builder.AddContent(1, Text);
            builder.CloseElement();
        }
    }
}
