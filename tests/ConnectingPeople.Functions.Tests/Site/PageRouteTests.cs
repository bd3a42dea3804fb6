using System.Net;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Site;

/// <summary>Who may open which page: every page, every role. Refusals are pages, too.</summary>
public sealed class PageRouteTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Roles = ["practitioner", "supervisor", "researcher", "administrator"];

    private readonly App app = shared.App;

    /// <summary>Method, route as the function has it, and who may open it: a letter a role.</summary>
    public static TheoryData<string, string, string> Routes() => new()
    {
        { "GET", "caseload", "p s a" },
        { "POST", "caseload", "p s a" },
        { "GET", "alerts", "p s a" },
        { "POST", "alerts/{id}/acknowledge", "p s a" },
        { "POST", "alerts/{id}/resolve", "p s a" },
        { "GET", "agencies", "s a" },
        { "GET", "agencies/{id}", "s a" },
        { "GET", "enrol", "p a" },
        { "POST", "enrol", "p a" },
        { "GET", "participants/{id}", "p s a" },
        { "GET", "participants/{id}/waves/{wave}", "p r" },
        { "POST", "participants/{id}/waves/{wave}", "p r" },
        { "GET", "waves", "p r" },
        { "GET", "participants/{id}/withdraw", "p a" },
        { "POST", "participants/{id}/pause", "p a" },
        { "POST", "participants/{id}/resume", "p a" },
        { "POST", "participants/{id}/withdraw", "p a" },
        { "POST", "participants/{id}/goals", "p a" },
        { "POST", "participants/{id}/notes", "p a" },
        { "GET", "participants/{id}/erase", "a" },
        { "POST", "participants/{id}/erase", "a" },
        { "GET", "digest", "p s a" },
        { "GET", "exports", "r" },
        { "POST", "exports", "r" },
        { "GET", "study", "a" },
        { "POST", "study/try", "a" },
        { "POST", "study/check", "a" },
        { "GET", "unknown-numbers", "a" },
        { "POST", "unknown-numbers/look-after", "a" },
        { "GET", "service-health", "a" },
        { "POST", "service-health/try-again", "a" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_page_lets_in_whom_it_is_for_and_nobody_else(string method, string route, string letters)
    {
        string path = "/" + route.Replace("{id}", "CP-000000", StringComparison.Ordinal).Replace("{wave}", "baseline", StringComparison.Ordinal);

        PageAnswer nobody = await app.BrowseAsync(null, path, method);

        Assert.Equal(HttpStatusCode.Redirect, nobody.Status);
        Assert.StartsWith("/.auth/login/local?post_login_redirect_uri=%2F", nobody.Location, StringComparison.Ordinal);
        foreach (string role in Roles)
        {
            PageAnswer answer = await app.BrowseAsync(role, path, method);
            Assert.Equal(letters.Contains(role[0], StringComparison.Ordinal), answer.Status != HttpStatusCode.Forbidden);
            Assert.True((int)answer.Status is 200 or 303 or 400 or 403 or 404, $"{role}: {answer.Status}");
            Assert.Equal(PageResult.ContentSecurityPolicy, answer.Header("Content-Security-Policy"));
            Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", answer.Text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
