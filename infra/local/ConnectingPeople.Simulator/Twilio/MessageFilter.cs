using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>Which messages a list asks for. A bare day counts whole, in GMT; an instant counts to the second, as Twilio keeps them.</summary>
public sealed record MessageFilter(string? To, string? From, Interval? On, Interval? NotBefore, Interval? NotAfter)
{
    public static MessageFilter Read(IQueryCollection query) => new(
        query["To"], query["From"], Span(query["DateSent"]), Span(query["DateSent>"]), Span(query["DateSent<"]));

    public bool Takes(TwilioMessage message) =>
        (string.IsNullOrEmpty(To) || message.To == To)
        && (string.IsNullOrEmpty(From) || message.From == From)
        && ((On ?? NotBefore ?? NotAfter) is null || (message.SentAt is { } sent && TakesDate(sent)));

    private bool TakesDate(Instant sent) =>
        (On is not { } on || on.Contains(sent))
        && (NotBefore is not { } first || sent >= first.Start)
        && (NotAfter is not { } last || sent < last.End);

    private static Interval? Span(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            throw new BadHttpRequestException($"'{text}' is no date. Give YYYY-MM-DD or an ISO 8601 instant.");
        }

        Instant start = Instant.FromDateTimeOffset(date);
        bool wholeDay = text.Length == "yyyy-MM-dd".Length;
        start = wholeDay ? start : Instant.FromUnixTimeSeconds(start.ToUnixTimeSeconds());
        return new Interval(start, start + (wholeDay ? Duration.FromDays(1) : Duration.FromSeconds(1)));
    }
}
