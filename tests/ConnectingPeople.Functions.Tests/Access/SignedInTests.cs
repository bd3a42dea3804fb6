using System.Text;
using System.Text.Json;
using ConnectingPeople.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

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

    /// <summary>What somebody has, what a route is for, and whether they get in. A letter a role.</summary>
    public static TheoryData<string, string, bool> HavingAndWanted()
    {
        TheoryData<string, string, bool> table = new()
        {
            { "ps", "s", true }, { "ps", "a", false }, { "pr", "sr", true }, { "psr", "a", false }, { "aspr", "r", true }, { "s", "pa", false }, { "s", "psa", true },
        };
        foreach (char has in "aspr")
        {
            foreach (char wanted in "aspr")
            {
                table.Add($"{has}", $"{wanted}", has == wanted);
            }
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(HavingAndWanted))]
    public void Somebody_gets_in_with_any_role_that_a_route_is_for_and_with_no_other(string has, string wanted, bool getsIn)
    {
        string header = Principal([("email", "ann@example.org"), .. has.Select(letter => ("roles", RoleOf(letter).ToString()))]);

        (int? status, Principal? by) = Ask(header, "True", [.. wanted.Select(RoleOf)]);

        Assert.Equal(getsIn ? null : 403, status);
        Assert.Equal(getsIn ? has.Select(RoleOf).Order() : null, by?.Roles.Order());
    }

    [Fact]
    public void The_platforms_header_that_comes_twice_is_nobody()
    {
        string practitioner = Principal(("roles", "practitioner"), ("email", "pat@example.org"));
        string administrator = Principal(("roles", "administrator"), ("email", "mallory@example.org"));

        Assert.Equal(401, Ask(new StringValues([administrator, administrator])).Status);
        Assert.Equal(401, Ask(new StringValues([practitioner, administrator])).Status);
        Assert.Equal(401, Ask(new StringValues([administrator, ""])).Status);
        Assert.Equal(401, Ask($"{practitioner},{administrator}").Status);
        Assert.Equal(401, Ask($"{administrator}, {practitioner}").Status);
    }

    [Fact]
    public void A_header_that_is_longer_than_a_platform_writes_is_nobody()
    {
        const int most = 16_384;
        string longest = Padded(most);

        Assert.Equal(most, longest.Length);
        Assert.Null(Ask(longest).Status);
        Assert.Equal(401, Ask(Padded(most + 4)).Status);
        Assert.Equal(401, Ask(Padded(1_000_000)).Status);
    }

    /// <summary>Of two readers of such a header each may see somebody else.</summary>
    [Theory]
    [InlineData("""{"claims":[{"typ":"roles","val":"practitioner"},{"typ":"email","val":"a@b.c"}],"claims":[{"typ":"roles","val":"administrator"},{"typ":"email","val":"a@b.c"}]}""")]
    [InlineData("""{"claims":[{"typ":"roles","val":"practitioner","val":"administrator"},{"typ":"email","val":"a@b.c"}]}""")]
    [InlineData("""{"claims":[{"typ":"name","typ":"roles","val":"administrator"},{"typ":"email","val":"a@b.c"}]}""")]
    public void A_header_that_says_one_thing_twice_is_nobody(string json) =>
        Assert.Equal(401, Ask(Convert.ToBase64String(Encoding.UTF8.GetBytes(json))).Status);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8)]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    public void A_header_that_was_cut_is_nobody(int fromStart, int fromEnd)
    {
        string whole = Principal(("roles", "administrator"), ("email", "ann@example.org"));

        Assert.Null(Ask(whole).Status);
        Assert.Equal(401, Ask(whole[fromStart..^fromEnd]).Status);
    }

    /// <summary>The header as App Service authentication writes it.</summary>
    public static string Principal(params (string Type, string Value)[] claims) => Convert.ToBase64String(
        JsonSerializer.SerializeToUtf8Bytes(new { auth_typ = "aad", claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }) }));

    /// <summary>An administrator's header of a length, a multiple of four.</summary>
    private static string Padded(int length)
    {
        string bare = Principal(("roles", "administrator"), ("email", "ann@example.org"), ("groups", ""));
        int bytes = (length / 4 * 3) - Convert.FromBase64String(bare).Length;
        return Principal(("roles", "administrator"), ("email", "ann@example.org"), ("groups", new string('g', bytes)));
    }

    private static Role RoleOf(char letter) => letter switch
    {
        'a' => Role.Administrator,
        's' => Role.Supervisor,
        'p' => Role.Practitioner,
        _ => Role.Researcher,
    };

    private static (int? Status, Principal? By) Ask(StringValues header, string? enabled = "True", params Role[] roles)
    {
        DefaultHttpContext http = new();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = header;
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", enabled)]).Build();

        IResult? refusal = new SignedIn(settings).Refuses(http.Request, out Principal? by, roles is [] ? [Role.Administrator] : roles);

        return (((IStatusCodeHttpResult?)refusal)?.StatusCode, by);
    }
}
