using System.Globalization;
using System.Runtime.CompilerServices;
using ConnectingPeople.Simulator.SendGrid;
using ConnectingPeople.Simulator.Study;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Simulator.Page;

/// <summary>The page, its two assets, what it links to, and the stream that tells it of news.</summary>
public sealed class PageRoutes(
    IServiceProvider services, ILoggerFactory loggers, StudyClock clock, StudyApi study, Inboxes inboxes, Changes changes, IHostApplicationLifetime lifetime)
{
    private const string PhonesField = "phones";
    private const int MostPages = 1000;

    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>An email is the study's text: it may look like itself, and do nothing but open its links.</summary>
    private const string EmailPolicy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowAsync);
        routes.MapGet("/page/simulator.css", () => Asset("simulator.css", "text/css"));
        routes.MapGet("/page/simulator.js", () => Asset("simulator.js", "text/javascript"));
        routes.MapGet("/page/changes", (CancellationToken gone) => TypedResults.ServerSentEvents(NewsAsync(lifetime.ApplicationStopping, gone)));
        routes.MapGet("/page/emails/{id}", ShowEmail);
        routes.MapGet("/page/exports/{id}/{file}", PassOnAsync);
    }

    private static IResult Asset(string name, string type) =>
        Results.Stream(typeof(PageRoutes).Assembly.GetManifestResourceStream(name)!, $"{type}; charset=utf-8");

    private async Task<IResult> ShowAsync(HttpContext http, string? notice)
    {
        await clock.NowAsync(http.RequestAborted);
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content(await RenderAsync(notice, PhonesPage(http.Request)), "text/html; charset=utf-8");
    }

    /// <summary>Who comes back from a form or asks for news sees the phones that they saw before.</summary>
    private static int PhonesPage(HttpRequest request)
    {
        string asked = request.Query.ContainsKey(PhonesField) ? request.Query[PhonesField].ToString()
            : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out Uri? from) ? QueryHelpers.ParseQuery(from.Query).GetValueOrDefault(PhonesField).ToString()
            : "";
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? Math.Clamp(page, 1, MostPages) : 1;
    }

    private async Task<string> RenderAsync(string? notice, int phonesPage)
    {
        await using HtmlRenderer renderer = new(services, loggers);
        ParameterView parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(SimulatorPage.Notice)] = notice,
            [nameof(SimulatorPage.PhonesPage)] = phonesPage,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<SimulatorPage>(parameters)).ToHtmlString());
    }

    private IResult ShowEmail(HttpContext http, string id)
    {
        http.Response.Headers.ContentSecurityPolicy = EmailPolicy;
        return inboxes.Find(id) is { } email ? Results.Content(Words.DocumentOf(email), "text/html; charset=utf-8") : Results.NotFound();
    }

    private async Task<IResult> PassOnAsync(HttpContext http, string id, string file)
    {
        HttpResponseMessage response = await study.FileAsync(
            $"/api/exports/{Uri.EscapeDataString(id)}/{Uri.EscapeDataString(file)}", StudyApi.Researcher, http.RequestAborted);
        http.Response.RegisterForDispose(response);
        http.Response.Headers.ContentSecurityPolicy = "sandbox";
        return response.IsSuccessStatusCode
            ? Results.Stream(await response.Content.ReadAsStreamAsync(http.RequestAborted), response.Content.Headers.ContentType?.ToString())
            : Results.Text(await response.Content.ReadAsStringAsync(http.RequestAborted), "text/plain", statusCode: (int)response.StatusCode);
    }

    private async IAsyncEnumerable<string> NewsAsync(CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        Task next = changes.NextAsync(end.Token);
        while (await ComesAsync(next))
        {
            next = changes.NextAsync(end.Token);
            yield return "changed";
        }
    }

    private static async Task<bool> ComesAsync(Task next)
    {
        await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return next.IsCompletedSuccessfully;
    }
}
