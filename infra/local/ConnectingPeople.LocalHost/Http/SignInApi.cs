using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.LocalHost.Http;

/// <summary><c>/.auth</c>: signs in and out on one machine, at the addresses that App Service has for it.</summary>
internal static class SignInApi
{
    public static IResult Page(HttpRequest request) =>
        Html(SignInPage.Render(request.Query["post_login_redirect_uri"].ToString()), StatusCodes.Status200OK);

    public static async Task<IResult> SignInAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        string target = form["post_login_redirect_uri"].ToString();
        string role = form["role"].ToString();
        string email = form["email"].ToString().Trim();
        if (LocalIdentity.Parse(email.Length > 0 ? $"{role}:{email}" : role) is not LocalIdentity identity)
        {
            const string Error = "Choose a role, and give an email address such as amira@example.org or none.";
            return Html(SignInPage.Render(target, role, email, Error), StatusCodes.Status400BadRequest);
        }

        request.HttpContext.Response.Cookies.Append(LocalAuthentication.Cookie, identity.ToString(), Options);
        return Results.Redirect(LocalPath(target));
    }

    public static IResult SignOut(HttpRequest request)
    {
        request.HttpContext.Response.Cookies.Delete(LocalAuthentication.Cookie, Options);
        return Results.Redirect(LocalPath(request.Query["post_logout_redirect_uri"].ToString()));
    }

    public static IResult Me(HttpRequest request) =>
        Results.Json(LocalAuthentication.Identify(request) is LocalIdentity identity
            ? (object[])[new { provider_name = "local", user_id = identity.Email, user_claims = identity.Claims }]
            : []);

    /// <remarks>The address is a path of this host and nothing that a browser would take for another host.</remarks>
    private static string LocalPath(string target) =>
        target is ['/', ..] and not ['/', '/' or '\\', ..] && !target.Any(char.IsControl) ? target : "/";

    private static CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    private static IResult Html(string page, int status) => Results.Content(page, "text/html; charset=utf-8", statusCode: status);
}
