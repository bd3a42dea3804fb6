using ConnectingPeople.LocalHost.Clock;
using ConnectingPeople.LocalHost.Http;
using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.LocalHost.Builder;

/// <summary>What happens to a request, and which addresses there are.</summary>
internal static class HostPipeline
{
    /// <exception cref="StartException">A function can't be mapped.</exception>
    public static void Map(WebApplication app, bool isWebApplication)
    {
        if (!isWebApplication && app.Services.GetRequiredService<FunctionCatalogue>().With<HttpTriggerAttribute>().Any())
        {
            throw new StartException("The app has HTTP functions but doesn't call builder.ConfigureFunctionsWebApplication().");
        }

        app.Use(LocalAuthentication.InvokeAsync);
        app.Use(HideOtherMethods);
        app.Services.GetRequiredService<HttpFunctions>().Map(app);
        MapHost(app);
    }

    /// <summary>A known address asked by a method that it doesn't answer is 404 and not 405, as with the real host.</summary>
    private static Task HideOtherMethods(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is null or RouteEndpoint)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static void MapHost(WebApplication app)
    {
        ClockApi clock = app.Services.GetRequiredService<ClockApi>();
        AdminApi admin = app.Services.GetRequiredService<AdminApi>();
        Get("/local/clock", _ => clock.Tell());
        Post("/local/clock", clock.MoveAsync);
        Get("/admin/host/status", _ => admin.Status());
        Post("/admin/functions/{name}", request => admin.RunAsync((string)request.RouteValues["name"]!, request));
        Get("/.auth/login/local", SignInApi.Page);
        Post("/.auth/login/local", SignInApi.SignInAsync);
        Get("/.auth/logout", SignInApi.SignOut);
        Get("/.auth/me", SignInApi.Me);

        void Get(string route, Func<HttpRequest, IResult> answer) => app.MapGet(route, http => answer(http.Request).ExecuteAsync(http));
        void Post(string route, Func<HttpRequest, Task<IResult>> answer) =>
            app.MapPost(route, async http => await (await answer(http.Request)).ExecuteAsync(http));
    }
}
