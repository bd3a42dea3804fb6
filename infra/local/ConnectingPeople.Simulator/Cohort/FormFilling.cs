using System.Net;
using System.Text.RegularExpressions;
using ConnectingPeople.Simulator.SendGrid;
using ConnectingPeople.Simulator.Study;

namespace ConnectingPeople.Simulator.Cohort;

/// <summary>Fills in the form that an email leads to, page by page, as a browser without script would.</summary>
public sealed partial class FormFilling(IHttpClientFactory http, StudyClock clock, Lives lives, Later later)
{
    public const string Client = "form";

    /// <summary>No form is so long: should its pages ever lead in circles, this ends it.</summary>
    private const int MostPages = 60;

    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    /// <summary>Lets whoever lives at an inbox react to an email with a link to a form.</summary>
    public void React(Email email)
    {
        if (lives.At(email.To) is { } life && LinkIn(email) is { } link && life.ToEmail(email) is { } after)
        {
            later.At(email.At + after, email.To, cancellation => FillAsync(link, life, cancellation));
        }
    }

    public static Uri? LinkIn(Email email) => Link().Match(email.Text) is { Success: true } link ? new Uri(link.Value) : null;

    private async Task FillAsync(Uri link, ILife life, CancellationToken cancellation)
    {
        using HttpClient browser = http.CreateClient(Client);
        string page = await ShowAsync(browser, new Uri(link, $"{link.AbsolutePath}?page=check"), cancellation);
        string proof = Proof().Match(page).Groups["proof"].Value;
        Uri? next = Action().Match(page) is { Success: true } form ? new Uri(link, WebUtility.HtmlDecode(form.Groups["action"].Value)) : null;
        for (int pages = 0; next is not null && pages < MostPages; pages++)
        {
            next = await SendAsync(browser, next, proof, life, cancellation);
        }
    }

    /// <returns>Where the next page is sent to, or null when there is none.</returns>
    private async Task<Uri?> SendAsync(HttpClient browser, Uri address, string proof, ILife life, CancellationToken cancellation)
    {
        string? question = QuestionOf(address);
        IEnumerable<KeyValuePair<string, string>> fields = question is null
            ? []
            : life.InForm(question, await clock.NowAsync(cancellation)) ?? [KeyValuePair.Create("do", "rather-not")];
        using HttpResponseMessage response = await AskAsync(
            () => browser.PostAsync(address, new FormUrlEncodedContent([.. fields, KeyValuePair.Create("formToken", proof)]), cancellation), cancellation);
        if (question is null || response is not { StatusCode: HttpStatusCode.SeeOther, Headers.Location: { } location })
        {
            return null;
        }

        Uri next = new(address, location);
        return QuestionOf(next) is not null ? next : new Uri(address, address.AbsolutePath);
    }

    private static async Task<string> ShowAsync(HttpClient browser, Uri address, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await AskAsync(() => browser.GetAsync(address, cancellation), cancellation);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancellation) : "";
    }

    /// <summary>Everybody here shares one address, which may ask for so many pages a minute: who is told to wait waits.</summary>
    private static async Task<HttpResponseMessage> AskAsync(Func<Task<HttpResponseMessage>> ask, CancellationToken cancellation)
    {
        while (true)
        {
            HttpResponseMessage response = await ask();
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            TimeSpan wait = response.Headers.RetryAfter?.Delta ?? ShortWait;
            response.Dispose();
            await Task.Delay(wait, cancellation);
        }
    }

    private static string? QuestionOf(Uri address) =>
        Question().Match(address.Query) is { Success: true } question ? Uri.UnescapeDataString(question.Groups["id"].Value) : null;

    [GeneratedRegex(@"https?://\S+/check-in/[\w-]+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"formToken\" value=\"(?<proof>[^\"]+)\"")]
    private static partial Regex Proof();

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>/check-in/[^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex(@"[?&]question=(?<id>[^&]+)")]
    private static partial Regex Question();
}
