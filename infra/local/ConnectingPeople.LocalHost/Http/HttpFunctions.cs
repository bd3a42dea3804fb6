using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Http;

/// <summary>Maps HTTP functions to their routes and runs them.</summary>
internal sealed class HttpFunctions(
    FunctionCatalogue functions, IConfiguration configuration, HostJson host, RunningInvocations running, ILogger<HttpFunctions> logger)
{
    /// <exception cref="StartException">A route can't be used.</exception>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach ((FunctionDefinition function, HttpTriggerAttribute trigger) in functions.With<HttpTriggerAttribute>())
        {
            string route = SettingName.Resolve($"{host.RoutePrefix}/{trigger.Route ?? function.Name}".TrimStart('/'), function.Name, configuration);
            IEndpointConventionBuilder endpoint = endpoints.Map(HttpRoute.Parse(function.Name, route), http => RunAsync(function, http));
            if (trigger.Methods is { Length: > 0 } methods)
            {
                endpoint.WithMetadata(new HttpMethodMetadata(methods));
            }
        }
    }

    private async Task RunAsync(FunctionDefinition function, HttpContext http)
    {
        running.Enter();
        try
        {
            Invocation invocation = new(function.Name, http, http.RequestServices, http.RequestAborted);
            if (await function.Run(invocation) is IResult result)
            {
                await result.ExecuteAsync(http);
            }

            logger.Ran(function.Name, invocation);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone: there is nobody to answer and nothing wrong.
        }
        catch (Exception e)
        {
            logger.Failed(function.Name, e);
            Fail(http);
        }
        finally
        {
            running.Leave();
        }
    }

    /// <summary>Answers 500 with nothing in it; a response that has begun can only be broken off.</summary>
    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
