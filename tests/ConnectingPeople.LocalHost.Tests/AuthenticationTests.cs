using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.LocalHost.Tests;

public sealed class AuthenticationTests
{
    [Fact]
    public async Task Nobody_says_from_outside_who_they_are()
    {
        await using App app = await App.StartAsync([typeof(WhoAmI)]);
        HttpRequestMessage request = new(HttpMethod.Get, "/who");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String("{}"u8));
        request.Headers.Add("x-ms-client-principal-name", "forged");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", "forged");

        Assert.Equal("nobody", await AskAsync(app, request));
    }

    [Theory]
    [InlineData("Bearer local-practitioner", "practitioner practitioner@local.example")]
    [InlineData("bearer local-administrator", "administrator administrator@local.example")]
    [InlineData("Bearer local-supervisor:amira@example.org", "supervisor amira@example.org")]
    [InlineData("Bearer local-researcher", "researcher researcher@local.example")]
    [InlineData("Bearer local-owner", "nobody")]
    [InlineData("Bearer local-Practitioner", "nobody")]
    [InlineData("Bearer practitioner", "nobody")]
    [InlineData("Bearer local-practitioner:", "nobody")]
    [InlineData("Bearer local-practitioner:amira", "nobody")]
    [InlineData("Bearer local-practitioner:a b@example.org", "nobody")]
    [InlineData("Bearer ", "nobody")]
    [InlineData("Basic bG9jYWw6cHJhY3RpdGlvbmVy", "nobody")]
    public async Task A_bearer_token_says_role_and_address(string authorization, string who)
    {
        await using App app = await App.StartAsync([typeof(WhoAmI)]);
        HttpRequestMessage request = new(HttpMethod.Get, "/who");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        Assert.Equal(who, await AskAsync(app, request));
    }

    [Fact]
    public async Task The_sign_in_page_leaves_a_cookie_that_says_who_it_is_until_sign_out()
    {
        await using App app = await App.StartAsync([typeof(WhoAmI)]);
        string page = await app.Http.GetStringAsync("/.auth/login/local?post_login_redirect_uri=/caseload%3Fa%3D%22b%22");
        Assert.Contains("""name="post_login_redirect_uri" value="/caseload?a=&quot;b&quot;">""", page);

        HttpResponseMessage signedIn = await SignInAsync(app, "supervisor", "amira@example.org", "/caseload?a=b");
        string cookie = signedIn.Headers.GetValues("Set-Cookie").Single();

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal("/caseload?a=b", signedIn.Headers.Location!.OriginalString);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Equal("supervisor amira@example.org", await AskAsync(app, WithCookie("/who", cookie)));
        Assert.Contains("\"user_id\":\"amira@example.org\"", await AskAsync(app, WithCookie("/.auth/me", cookie)));

        HttpResponseMessage signedOut = await app.Http.SendAsync(WithCookie("/.auth/logout", cookie));
        Assert.Equal("/", signedOut.Headers.Location!.OriginalString);
        Assert.Contains("expires=Thu, 01 Jan 1970", signedOut.Headers.GetValues("Set-Cookie").Single());
        Assert.Equal("[]", await app.Http.GetStringAsync("/.auth/me"));
    }

    [Fact]
    public async Task A_token_goes_before_the_cookie_even_if_it_is_no_good()
    {
        await using App app = await App.StartAsync([typeof(WhoAmI)]);
        HttpRequestMessage request = WithCookie("/who", "LocalSignIn=supervisor%3Aamira%40example.org");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer local-nobody");

        Assert.Equal("nobody", await AskAsync(app, request));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("caseload")]
    [InlineData("")]
    public async Task After_signing_in_one_stays_on_this_host(string target)
    {
        await using App app = await App.StartAsync([typeof(WhoAmI)]);

        HttpResponseMessage signedIn = await SignInAsync(app, "practitioner", "", target);

        Assert.Equal("/", signedIn.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("owner", "")]
    [InlineData("", "")]
    [InlineData("practitioner", "<script>")]
    public async Task What_cannot_sign_in_gets_the_page_again_with_what_is_wrong(string role, string email)
    {
        await using App app = await App.StartAsync([typeof(WhoAmI)]);

        HttpResponseMessage refused = await SignInAsync(app, role, email, "/");
        string page = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        Assert.Contains("""<p class="error" role="alert">Choose a role""", page);
        Assert.DoesNotContain("<script>", page);
    }

    [Fact]
    public async Task The_app_sees_that_authentication_is_on_unless_it_is_told_otherwise()
    {
        await using App on = await App.StartAsync([]);
        await using App off = await App.StartAsync([], "--WEBSITE_AUTH_ENABLED", "False");

        Assert.Equal("True", on.Services.GetRequiredService<IConfiguration>()["WEBSITE_AUTH_ENABLED"]);
        Assert.Equal("False", off.Services.GetRequiredService<IConfiguration>()["WEBSITE_AUTH_ENABLED"]);
    }

    private static async Task<string> AskAsync(App app, HttpRequestMessage request) =>
        await (await app.Http.SendAsync(request)).Content.ReadAsStringAsync();

    private static Task<HttpResponseMessage> SignInAsync(App app, string role, string email, string target) =>
        app.Http.PostAsync("/.auth/login/local", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["role"] = role, ["email"] = email, ["post_login_redirect_uri"] = target }));

    private static HttpRequestMessage WithCookie(string path, string cookie)
    {
        HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        return request;
    }

    internal sealed class WhoAmI
    {
        /// <remarks>Reads the header as an app behind App Service does: by the names that the principal itself gives.</remarks>
        [Function("WhoAmI")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "who")] HttpRequest request)
        {
            string header = request.Headers["X-MS-CLIENT-PRINCIPAL"].ToString();
            if (header.Length == 0)
            {
                return Results.Text(request.Headers.Keys.Any(name => name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase)) ? "forged" : "nobody");
            }

            JsonElement principal = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(header))).RootElement;
            string Claim(string type) => principal.GetProperty("claims").EnumerateArray().Single(claim => claim.GetProperty("typ").GetString() == type).GetProperty("val").GetString()!;
            Assert.Equal(request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"], Claim("email"));
            return Results.Text($"{Claim(principal.GetProperty("role_typ").GetString()!)} {Claim(principal.GetProperty("name_typ").GetString()!)}");
        }
    }
}
