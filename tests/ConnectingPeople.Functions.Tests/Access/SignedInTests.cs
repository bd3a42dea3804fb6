using System.Text;
using System.Text.Json;
using ConnectingPeople.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.Functions.Tests.Access;

/// <summary>Who calls is read from the platform's header, and from nothing where the platform doesn't stand in front.</summary>
public sealed class SignedInTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("False")]
    [InlineData("1")]
    public void Without_authentication_in_front_nobody_is_let_in(string? enabled)
    {
        (int? status, Principal? by) = Ask(Principal(("roles", "administrator"), ("email", "ann@example.org")), enabled);

        Assert.Equal(503, status);
        Assert.Null(by);
    }

    [Theory]
    [InlineData("roles", "preferred_username")]
    [InlineData("roles", "emails")]
    [InlineData("http://schemas.microsoft.com/ws/2008/06/identity/claims/role", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress")]
    public void Role_and_address_are_found_under_each_of_their_names(string role, string email)
    {
        (int? status, Principal? by) = Ask(Principal((role, "Administrator"), (email, " Ann@Example.org ")));

        Assert.Null(status);
        Assert.Equal("ann@example.org", by!.Email);
        Assert.Equal([Role.Administrator], by.Roles);
    }

    [Theory]
    [InlineData("supervisor", 403)]
    [InlineData("researcher", 403)]
    [InlineData("0", 401)]
    [InlineData("owner", 401)]
    [InlineData("", 401)]
    [InlineData("supervisor,practitioner", 401)]
    [InlineData("administrator, researcher", 401)]
    public void Any_other_role_is_refused(string role, int expected) =>
        Assert.Equal(expected, Ask(Principal(("roles", role), ("email", "ann@example.org"))).Status);

    [Fact]
    public void Somebody_without_an_address_is_nobody() =>
        Assert.Equal(401, Ask(Principal(("roles", "administrator"))).Status);

    [Theory]
    [InlineData("owner", "True", true)]
    [InlineData("administrator", "True", false)]
    [InlineData("owner", "False", false)]
    public void Somebody_without_a_role_is_told_from_nobody(string role, string enabled, bool hasNoRole)
    {
        DefaultHttpContext http = new();
        SignedIn signedIn = new(new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", enabled)]).Build());
        Assert.False(signedIn.HasNoRole(http.Request));

        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Principal(("roles", role), ("email", "ann@example.org"));

        Assert.Equal(hasNoRole, signedIn.HasNoRole(http.Request));
        Assert.Equal(role == "administrator" && enabled == "True", signedIn.Who(http.Request) is not null);
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("")]
    [InlineData("{}", true)]
    [InlineData("null", true)]
    [InlineData("[]", true)]
    [InlineData("""{"claims":5}""", true)]
    [InlineData("""{"claims":[null]}""", true)]
    [InlineData("""{"claims":[{"typ":null,"val":null}]}""", true)]
    [InlineData("""{"claims":[{"typ":"roles","val":"\ud800"}]}""", true)]
    public void A_header_that_cannot_be_read_is_nobody(string header, bool isText = false) =>
        Assert.Equal(401, Ask(isText ? Convert.ToBase64String(Encoding.UTF8.GetBytes(header)) : header).Status);

    /// <summary>The header as App Service authentication writes it.</summary>
    public static string Principal(params (string Type, string Value)[] claims) => Convert.ToBase64String(
        JsonSerializer.SerializeToUtf8Bytes(new { auth_typ = "aad", claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }) }));

    private static (int? Status, Principal? By) Ask(string header, string? enabled = "True")
    {
        DefaultHttpContext http = new();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = header;
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", enabled)]).Build();

        IResult? refusal = new SignedIn(settings).Refuses(http.Request, out Principal? by, Role.Administrator);

        return (((IStatusCodeHttpResult?)refusal)?.StatusCode, by);
    }
}
