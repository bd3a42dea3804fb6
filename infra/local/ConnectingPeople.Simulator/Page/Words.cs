using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Phones;
using ConnectingPeople.Simulator.SendGrid;
using ConnectingPeople.Simulator.Twilio;
using NodaTime.Text;

namespace ConnectingPeople.Simulator.Page;

/// <summary>How the page words things.</summary>
public static partial class Words
{
    private const string LinksBeside = "<base target=\"_blank\">";

    private static readonly DateTimeZone Here = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly ZonedDateTimePattern Clock = ZonedDateTimePattern.CreateWithInvariantCulture("HH:mm", null);
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly LocalDatePattern LongDay = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");

    /// <summary>In the order in which a person would choose.</summary>
    public static IReadOnlyList<(Behaviour Behaviour, string Words)> Behaviours { get; } =
    [
        (Behaviour.Typed, "You type the answers"),
        (Behaviour.Engaged, "Engaged: answers everything"),
        (Behaviour.Drifting, "Drifting: answers less and less"),
        (Behaviour.Silent, "Silent: never answers"),
        (Behaviour.Leaving, "Leaving: sends STOP after a while"),
        (Behaviour.InCrisis, "In crisis: says something worrying"),
        (Behaviour.WrongNumber, "Wrong number: somebody else's phone"),
        (Behaviour.NoSuchNumber, "No such number: nothing arrives"),
        (Behaviour.Living, "Living: answers as their own course goes"),
    ];

    public static string ShortOf(Behaviour behaviour) => Behaviours.First(b => b.Behaviour == behaviour).Words.Split(':')[0];

    public static string NameOf(Phone phone) => phone.Name is "" ? NumberOf(phone.Number) : phone.Name;

    /// <summary>A UK mobile number as people write it.</summary>
    public static string NumberOf(string number) =>
        number.StartsWith("+447", StringComparison.Ordinal) && number.Length == 13 ? $"0{number[3..7]} {number[7..]}" : number;

    public static string IdOf(string number) => number.TrimStart('+');

    public static string TimeOf(Instant at) => Clock.Format(at.InZone(Here));

    public static LocalDate DateOf(Instant at) => at.InZone(Here).Date;

    public static string DayOf(LocalDate date) => Day.Format(date);

    public static string LongDayOf(LocalDate date) => LongDay.Format(date);

    /// <summary>Whether a thread shows it: what is still on its way isn't there yet, and what failed is there for the reader to see why.</summary>
    public static bool IsShown(TwilioMessage message) => message.IsOnPhone || message.ErrorCode is not null;

    /// <summary>What the reader of a thread has to know beyond the text, or null.</summary>
    public static string? TroubleOf(TwilioMessage message) => message switch
    {
        { Trouble: string trouble } => char.ToUpper(trouble[0], CultureInfo.InvariantCulture) + trouble[1..],
        { ErrorCode: 21610 } => "Not delivered: this phone has opted out (21610)",
        { ErrorCode: int code } => $"Not delivered to the phone ({code})",
        _ => null,
    };

    /// <summary>A text in pieces, the links among them marked.</summary>
    public static IEnumerable<(string Part, bool IsLink)> PartsOf(string text) => Link().Split(text).Select(part => (part, Link().IsMatch(part)));

    /// <summary>An email as a document whose links open beside it, as in a mail program.</summary>
    public static string DocumentOf(Email email) =>
        Head().IsMatch(email.Html)
            ? Head().Replace(email.Html, $"$0{LinksBeside}", 1)
            : $"<!DOCTYPE html><html lang=\"en-GB\"><head>{LinksBeside}<meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(email.Subject)}</title></head><body>{email.Html}</body></html>";

    /// <summary>What has become of an email, for its reader.</summary>
    public static string StateOf(Email email) => email.Trouble ?? (email.Events.Count == 0 ? "On its way" : $"The study knows: {string.Join(", ", email.Events)}");

    [GeneratedRegex(@"<head\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Head();

    [GeneratedRegex(@"(https?://[^\s<>""]*[\w/])")]
    private static partial Regex Link();
}
