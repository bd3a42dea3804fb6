using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ConnectingPeople.Functions.Site;

/// <summary>
/// How a function that is a page answers: it lets in, shows, reads forms and refuses, all as HTML. To add a page:
/// <list type="number">
/// <item>A component in its feature's folder: <c>&lt;Layout Visit="Visit" Title="Caseload"&gt;…&lt;/Layout&gt;</c>, with a parameter <c>Visit</c>.</item>
/// <item>A function on its route: <c>if (pages.Refuses(request, out Visit visit, Role.Practitioner) is { } refusal) { return refusal; }</c>,
/// then <c>return pages.Show&lt;CaseloadPage&gt;(visit, new { People = people });</c>.</item>
/// <item>For somebody else's participant <c>pages.NotFound(visit, "participant")</c>.</item>
/// <item>A form is a <c>PageForm</c>; its route begins with <c>ReadFormAsync</c>, which lets in as well, and ends with <see cref="GoTo"/>.</item>
/// <item>A line in <see cref="Navigation"/>, and one in the table of routes in PageRouteTests.</item>
/// </list>
/// </summary>
public sealed class Pages(SignedIn signedIn, FormToken tokens, IOptions<SiteOptions> site, IConfiguration settings)
{
    private const int MaxFormBytes = 64 * 1024;

    private readonly bool isHttps = site.Value.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>In Azure the platform signs in; its site name is set nowhere else.</summary>
    private readonly string provider = string.IsNullOrEmpty(settings["WEBSITE_SITE_NAME"]) ? "local" : "aad";

    /// <summary>Lets a request in whose caller has one of the roles.</summary>
    /// <param name="request">The request.</param>
    /// <param name="visit">What the page needs to know; has somebody in it when the request is let in.</param>
    /// <param name="roles">Any of these will do.</param>
    /// <returns>Null to let it in, else the way to sign in or a page that says why not.</returns>
    public IResult? Refuses(HttpRequest request, out Visit visit, params ReadOnlySpan<Role> roles)
    {
        visit = Open(request);
        return (signedIn.Refuses(request, out _, roles) as IStatusCodeHttpResult)?.StatusCode switch
        {
            null => null,
            StatusCodes.Status401Unauthorized when signedIn.HasNoRole(request) => Say(visit, StatusCodes.Status403Forbidden, "You have no role here yet",
                "You are signed in, but your account has no role in this service. Ask the person who looks after it for one, then sign out and in again."),
            StatusCodes.Status401Unauthorized => Answer(Results.Redirect(visit.SignIn)),
            StatusCodes.Status403Forbidden => Say(visit, StatusCodes.Status403Forbidden, "This page is for other roles",
                $"It needs the role {string.Join(" or ", roles.ToArray().Select(Domain.Words.Of))}. Sign in as somebody who has it, or go back."),
            _ => Say(visit, StatusCodes.Status503ServiceUnavailable, "This service can't let anybody in",
                "Authentication isn't switched on for this app. The person who looks after it can switch on App Service authentication."),
        };
    }

    /// <summary>What a page that is for everybody needs to know.</summary>
    public Visit Open(HttpRequest request)
    {
        Principal? who = signedIn.Who(request);
        string path = $"{request.Path}{request.QueryString}";
        string back = HttpMethods.IsGet(request.Method) ? path : "/";
        return new Visit(who, path, who is null ? "" : tokens.Make(who.Email), $"/.auth/login/{provider}?post_login_redirect_uri={Uri.EscapeDataString(back)}");
    }

    /// <summary>Shows a page.</summary>
    /// <param name="visit">Given to its parameter <c>Visit</c>.</param>
    /// <param name="parameters">Its other parameters by name.</param>
    /// <param name="status">400 for a form that is shown again with what is wrong.</param>
    public IResult Show<TPage>(Visit visit, object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        Answer(new RazorComponentResult<TPage>(new RouteValueDictionary(parameters) { ["Visit"] = visit }) { StatusCode = status });

    /// <summary>Shows what became of a form: sends the browser on, so that a reload doesn't send the form again.</summary>
    public IResult GoTo(string address) => Answer(new SeeOther(address));

    /// <summary>The page for what isn't there or isn't theirs: nobody learns which.</summary>
    /// <param name="visit">Whose.</param>
    /// <param name="what">Such as <c>participant</c>.</param>
    public IResult NotFound(Visit visit, string what) => Say(visit, StatusCodes.Status404NotFound, "Page not found",
        $"There is no such {what} among yours. Check the address, or go back to the start.");

    /// <summary>A page with a heading and a sentence.</summary>
    public IResult Say(Visit visit, int status, string title, string text) => Show<MessagePage>(visit, new { Title = title, Text = text }, status);

    /// <summary>Lets a request in and reads its form, which must have been posted from one of our pages by the person it was shown to.</summary>
    /// <param name="request">The request.</param>
    /// <param name="roles">Any of these will do.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="maxBytes">The most that is read.</param>
    /// <returns>The form, or the page that refuses it; then nothing may change.</returns>
    public async Task<(Visit Visit, IFormCollection? Form, IResult? Refusal)> ReadFormAsync(
        HttpRequest request, Role[] roles, CancellationToken cancellation, int maxBytes = MaxFormBytes)
    {
        if (Refuses(request, out Visit visit, roles) is { } closed)
        {
            return (visit, null, closed);
        }

        (IFormCollection? form, IResult? unfit) = await ReadOpenFormAsync(request, visit, cancellation, maxBytes);
        if (form is null)
        {
            return (visit, null, unfit);
        }

        return visit.Who is { } who && tokens.Fits(request, form[FormToken.Field].FirstOrDefault(), who.Email)
            ? (visit, form, null)
            : (visit, null, Say(visit, StatusCodes.Status400BadRequest, "This form is out of date", "Nothing was changed. Go back, reload the page, and send it again."));
    }

    /// <summary>Reads a form whoever sent it: only for a route whose address is a secret of its own.</summary>
    /// <returns>The form, or the page that refuses it.</returns>
    public async Task<(IFormCollection? Form, IResult? Refusal)> ReadOpenFormAsync(
        HttpRequest request, Visit visit, CancellationToken cancellation, int maxBytes = MaxFormBytes)
    {
        byte[]? bytes = request.HasFormContentType ? await Body.ReadAsync(request, maxBytes, cancellation) : [];
        return bytes is null
            ? (null, Say(visit, StatusCodes.Status413PayloadTooLarge, "That is too much at once", "Go back, write less, and send the form again."))
            : (new FormCollection(Read(bytes)), null);
    }

    private static Dictionary<string, StringValues> Read(byte[] bytes)
    {
        try
        {
            return new FormReader(new MemoryStream(bytes)).ReadForm();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private PageResult Answer(IResult result) => new(result, isHttps);
}
