using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>One page of a list, newest first, with the fields by which Twilio's clients go on to the next.</summary>
public sealed record MessagePage(
    IReadOnlyList<MessageJson> Messages,
    int Page,
    int PageSize,
    int Start,
    int End,
    string Uri,
    string FirstPageUri,
    string? NextPageUri,
    string? PreviousPageUri)
{
    private const int UsualSize = 50;
    private const int MaxSize = 1000;

    /// <summary>
    /// A next page is told by the last message shown (<c>PageToken</c>), not by how many came before,
    /// so that messages which arrive between two pages neither repeat nor hide any.
    /// </summary>
    public static MessagePage Of(IReadOnlyList<TwilioMessage> newestFirst, HttpRequest request, string accountSid)
    {
        int size = Math.Clamp(Number(request.Query["PageSize"]) ?? UsualSize, 1, MaxSize);
        int page = Math.Max(Number(request.Query["Page"]) ?? 0, 0);
        string after = request.Query["PageToken"].ToString();
        int skip = after == "" ? page * size : newestFirst.TakeWhile(message => $"PA{message.Sid}" != after).Count() + 1;
        TwilioMessage[] shown = [.. newestFirst.Skip(skip).Take(size)];
        bool more = newestFirst.Count > skip + size;
        return new MessagePage(
            [.. shown.Select(message => MessageJson.Of(message, accountSid))],
            page,
            size,
            page * size,
            (page * size) + Math.Max(shown.Length - 1, 0),
            Link(request, size, page, after),
            Link(request, size, 0, ""),
            more ? Link(request, size, page + 1, $"PA{shown[^1].Sid}") : null,
            page > 0 ? Link(request, size, page - 1, "") : null);
    }

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string Link(HttpRequest request, int size, int page, string token)
    {
        QueryBuilder query = new(request.Query.Where(field => field.Key is not ("Page" or "PageSize" or "PageToken")));
        query.Add("PageSize", size.ToString(CultureInfo.InvariantCulture));
        query.Add("Page", page.ToString(CultureInfo.InvariantCulture));
        if (token != "")
        {
            query.Add("PageToken", token);
        }

        return request.Path + query.ToQueryString();
    }
}
