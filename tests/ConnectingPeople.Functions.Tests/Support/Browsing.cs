using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Pages asked for without a browser: what a browser never sends, and what it doesn't show.</summary>
public static partial class Browsing
{
    /// <summary>Asks for a page; redirects are not followed.</summary>
    public static async Task<PageAnswer> BrowseAsync(
        this App app, string? who, string path, string method = "GET", IReadOnlyDictionary<string, string>? form = null, string? from = null)
    {
        using HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Http.BaseAddress };
        using HttpRequestMessage request = new(new HttpMethod(method), path) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        if (who is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"local-{who}");
        }

        if (from is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", from);
        }

        using HttpResponseMessage response = await http.SendAsync(request);
        return new PageAnswer(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Location?.ToString() ?? "",
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The token of the forms on a page.</summary>
    public static async Task<string> FormTokenAsync(this App app, string who, string path) =>
        TokenIn((await app.BrowseAsync(who, path)).Text);

    /// <summary>The token of the forms on a page that came.</summary>
    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    /// <summary>Sends a form as the page that holds it would.</summary>
    public static async Task<PageAnswer> SendFormAsync(
        this App app, string who, string page, string action, params (string Field, string Value)[] fields) => await app.BrowseAsync(
            who, action, "POST", fields.Append(("formToken", await app.FormTokenAsync(who, page))).ToDictionary(field => field.Item1, field => field.Item2));

    [GeneratedRegex("name=\"formToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>A page as it came.</summary>
public sealed record PageAnswer(HttpStatusCode Status, string Text, string Location, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
