using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>The stand-in for Twilio's REST API for messages.</summary>
public sealed class TwilioApi(SimulatorOptions options, MessageLog log, Sending sending)
{
    public const string Root = "/2010-04-01/Accounts/{accountSid}/Messages";

    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("").AddEndpointFilter(AuthenticateAsync);
        api.MapPost($"{Root}.json", (Delegate)sending.SendAsync);
        api.MapGet($"{Root}.json", List);
        api.MapGet($"{Root}/{{sid}}.json", Fetch);
    }

    private ValueTask<object?> AuthenticateAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        string expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        return AuthenticationHeaderValue.TryParse(call.HttpContext.Request.Headers.Authorization, out AuthenticationHeaderValue? given)
            && given is { Scheme: "Basic" } && given.Parameter == expected
            && (string?)call.HttpContext.GetRouteValue("accountSid") == options.AccountSid
                ? next(call)
                : new ValueTask<object?>(TwilioError.NotAuthenticated.ToResult());
    }

    private IResult List(HttpRequest request)
    {
        MessageFilter filter = MessageFilter.Read(request.Query);
        TwilioMessage[] newestFirst = [.. log.All.Where(filter.Takes).Reverse()];
        return Results.Json(MessagePage.Of(newestFirst, request, options.AccountSid), MessageJson.SnakeCase);
    }

    private IResult Fetch(HttpRequest request, string sid) =>
        log.Find(sid) is { } message
            ? Results.Json(MessageJson.Of(message, options.AccountSid), MessageJson.SnakeCase)
            : TwilioError.NotFound(request.Path).ToResult();
}
