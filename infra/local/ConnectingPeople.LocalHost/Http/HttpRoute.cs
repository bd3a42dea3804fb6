using ConnectingPeople.LocalHost.Settings;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ConnectingPeople.LocalHost.Http;

/// <summary>Reads the route of an HTTP function.</summary>
internal static class HttpRoute
{
    /// <exception cref="StartException">The route isn't one.</exception>
    public static RoutePattern Parse(string function, string route)
    {
        try
        {
            return RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException e)
        {
            throw new StartException($"Function {function}: the route '{route}' can't be used. {e.Message}", e);
        }
    }
}
