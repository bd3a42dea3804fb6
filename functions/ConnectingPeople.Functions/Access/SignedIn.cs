using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectingPeople.Functions.Access;

/// <summary>
/// Reads who calls from the header that App Service authentication sets (Microsoft, "Access user claims"). Without that
/// authentication in front anybody could set it, so then nobody is let in.
/// </summary>
public sealed class SignedIn(IConfiguration configuration)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const int MaxHeaderLength = 16_384;

    private static readonly string[] RoleClaims = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    private static readonly string[] EmailClaims =
    [
        "preferred_username", "email", "emails", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
    ];

    /// <summary>A header that says one thing twice would be somebody else to another reader: it isn't read at all.</summary>
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly bool isProtected = string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "True", StringComparison.OrdinalIgnoreCase);

    /// <summary>Lets a request in whose caller has one of the roles.</summary>
    /// <param name="request">The request.</param>
    /// <param name="principal">Who calls; null when the request is refused.</param>
    /// <param name="roles">Any of these will do.</param>
    /// <returns>Null to let it in, else the refusal.</returns>
    public IResult? Refuses(HttpRequest request, out Principal? principal, params ReadOnlySpan<Role> roles)
    {
        principal = null;
        if (!isProtected)
        {
            return Problem.Unavailable("Authentication isn't switched on for this app, so nobody can be let in. Switch on App Service authentication.");
        }

        if (Read(request) is not { } caller)
        {
            return Problem.Unauthorized();
        }

        foreach (Role role in roles)
        {
            if (caller.Is(role))
            {
                principal = caller;
                return null;
            }
        }

        return Problem.Forbidden($"This needs the role {string.Join(" or ", roles.ToArray().Select(role => role.ToString().ToLowerInvariant()))}.");
    }

    /// <summary>Who calls, whatever they may do here; null for nobody, and for everybody where authentication isn't switched on.</summary>
    public Principal? Who(HttpRequest request) => isProtected ? Read(request) : null;

    /// <summary>Whether the platform knows who calls but they have no role here: to send them to sign in again would go in circles.</summary>
    public bool HasNoRole(HttpRequest request) => isProtected && request.Headers.ContainsKey(Header) && Read(request) is null;

    private static Principal? Read(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out Microsoft.Extensions.Primitives.StringValues values)
            || values is not [{ Length: > 0 and <= MaxHeaderLength } value])
        {
            return null;
        }

        try
        {
            ClientPrincipal? given = JsonSerializer.Deserialize<ClientPrincipal>(Convert.FromBase64String(value), Strict);
            HashSet<Role> roles = [.. Values(given, RoleClaims).SelectMany(Known)];
            string? email = EmailClaims.SelectMany(type => Values(given, [type])).FirstOrDefault()?.Trim().ToLowerInvariant();
            return roles.Count > 0 && !string.IsNullOrEmpty(email) ? new Principal(email, roles) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Values(ClientPrincipal? principal, string[] types) =>
        principal?.Claims?.Where(claim => claim?.Value is not null && types.Contains(claim.Type)).Select(claim => claim!.Value!) ?? [];

    private static IEnumerable<Role> Known(string name) =>
        Enum.GetValues<Role>().Where(role => string.Equals(Domain.Words.Of(role), name, StringComparison.OrdinalIgnoreCase));

    private sealed record ClientPrincipal([property: JsonPropertyName("claims")] IReadOnlyList<ClaimOf?>? Claims);

    private sealed record ClaimOf([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}
