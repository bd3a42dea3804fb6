namespace ConnectingPeople.Functions.Site;

/// <summary>A page with the headers that keep it to itself: no script, no foreign content, no frame, no copy in a cache.</summary>
/// <param name="Inner">The page, or the way to another.</param>
/// <param name="IsHttps">Whether people reach the site by https; only then may a browser be told to insist on it.</param>
public sealed record PageResult(IResult Inner, bool IsHttps) : IResult
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        IHeaderDictionary headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        if (IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        return Inner.ExecuteAsync(httpContext);
    }
}
