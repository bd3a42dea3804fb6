using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.LocalHost.Http;

/// <summary>Stands in for App Service authentication: nobody outside may say who they are, this does.</summary>
internal static class LocalAuthentication
{
    /// <summary>Where the sign-in page leaves who signed in.</summary>
    public const string Cookie = "LocalSignIn";

    private const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";
    private const string NameHeader = PrincipalHeader + "-NAME";
    private const string Bearer = "Bearer ";
    private const string Token = "local-";

    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        IHeaderDictionary headers = http.Request.Headers;
        foreach (string forged in headers.Keys.Where(name => name.StartsWith(PrincipalHeader, StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            headers.Remove(forged);
        }

        if (Identify(http.Request) is LocalIdentity identity)
        {
            headers[PrincipalHeader] = identity.ToPrincipal();
            headers[NameHeader] = identity.Email;
        }

        return next(http);
    }

    /// <summary>Who asks: by the bearer token if there is one, else by the cookie.</summary>
    public static LocalIdentity? Identify(HttpRequest request)
    {
        string authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? FromToken(authorization[Bearer.Length..].Trim())
            : request.Cookies[Cookie] is string cookie ? LocalIdentity.Parse(cookie) : null;
    }

    private static LocalIdentity? FromToken(string token) =>
        token.StartsWith(Token, StringComparison.Ordinal) ? LocalIdentity.Parse(token[Token.Length..]) : null;
}
