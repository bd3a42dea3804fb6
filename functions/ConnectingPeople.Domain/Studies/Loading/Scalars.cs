using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>The kinds of single values in a definition.</summary>
internal static partial class Scalars
{
    private static readonly LocalTimePattern HoursAndMinutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDatePattern Days = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");

    /// <summary>Ids stand in storage keys, addresses and column names, so their letters are few.</summary>
    public static IShape<string> Id { get; } = Matching(
        "an id", "use small letters, digits and '-', beginning with a letter, at most 40", IdPattern());

    public static IShape<string> Language { get; } = Matching(
        "a language", "write its BCP 47 tag, such as 'en-GB'", LanguagePattern());

    /// <summary>Words in one line.</summary>
    public static IShape<string> Line { get; } = Matching(
        "a line of words", "write between 1 and 200 characters in one line", LinePattern());

    /// <summary>A pattern of words, which may list many alternatives.</summary>
    public static IShape<string> Pattern { get; } = Matching(
        "a pattern of words", "write between 1 and 1000 characters in one line", PatternPattern());

    /// <summary>
    /// Measures begin names of columns. Those of Stata and SAS have at most 32 letters, <c>_nine_month</c> among them, and no '-'.
    /// </summary>
    public static IShape<string> MeasureId { get; } = Matching(
        "a measure's id", "use small letters, digits and '_', beginning with a letter, at most 20", MeasureIdPattern());

    /// <summary>A currency by its code.</summary>
    public static IShape<string> Currency { get; } = Matching("a currency", "write its ISO 4217 code, such as GBP", CurrencyPattern());

    public static IShape<bool> Flag { get; } = new ScalarShape<bool>(
        "true or false",
        _ => "write true or false, without quotes",
        (Scalar scalar, out bool value) => ((value = scalar.Text == "true") || scalar.Text == "false") && scalar.IsPlain,
        () => new JsonObject { ["type"] = "boolean" });

    public static IShape<LocalTime> Time { get; } = new ScalarShape<LocalTime>(
        "a time of day",
        _ => "write it with two digits each, such as '09:00'",
        (Scalar scalar, out LocalTime value) => HoursAndMinutes.Parse(scalar.Text).TryGetValue(default, out value),
        () => new JsonObject { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$" });

    public static IShape<LocalDate> Date { get; } = new ScalarShape<LocalDate>(
        "a day",
        _ => "write year, month and day, such as '2026-12-25'",
        (Scalar scalar, out LocalDate value) => Days.Parse(scalar.Text).TryGetValue(default, out value),
        () => new JsonObject { ["type"] = "string", ["format"] = "date" });

    public static IShape<DateTimeZone> Zone { get; } = new ScalarShape<DateTimeZone>(
        "a time zone",
        written => Words.Nearest(written, DateTimeZoneProviders.Tzdb.Ids) is { } nearest
            ? $"did you mean '{nearest}'?"
            : "write its IANA name, such as 'Europe/London'",
        (Scalar scalar, out DateTimeZone? value) =>
            (value = scalar.Text.Length > 0 ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(scalar.Text) : null) is not null,
        () => new JsonObject { ["type"] = "string" });

    public static IShape<int> Integer(int min, int max) => new ScalarShape<int>(
        $"a whole number from {min} to {max}",
        _ => "write such a number, without quotes",
        (Scalar scalar, out int value) =>
            int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && scalar.IsPlain && value >= min && value <= max,
        () => new JsonObject { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max });

    public static IShape<decimal> Number(int min, int max) => new ScalarShape<decimal>(
        $"a number from {min} to {max}",
        _ => "write such a number, without quotes",
        (Scalar scalar, out decimal value) =>
            decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && scalar.IsPlain && value >= min && value <= max,
        () => new JsonObject { ["type"] = "number", ["minimum"] = min, ["maximum"] = max });

    public static IShape<T> OneOf<T>(string noun, IReadOnlyDictionary<string, T> choices) => new ScalarShape<T>(
        noun,
        written => Words.Suggest(written, choices.Keys),
        (Scalar scalar, out T? value) => choices.TryGetValue(scalar.Text, out value),
        () => new JsonObject { ["enum"] = new JsonArray([.. choices.Keys.Select(choice => JsonValue.Create(choice))]) });

    public static IShape<string> Matching(string noun, string cure, Regex pattern) => new ScalarShape<string>(
        noun,
        _ => cure,
        (Scalar scalar, out string? value) => pattern.IsMatch(value = scalar.Text) && !value.EndsWith('\n'),
        () => new JsonObject
        {
            ["type"] = pattern.IsMatch("1") ? new JsonArray("string", "number") : "string",
            ["pattern"] = pattern.ToString(),
        });

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[a-z][a-z0-9_]{0,19}$")]
    private static partial Regex MeasureIdPattern();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex CurrencyPattern();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex(@"^(?=.*\S)[^\r\n]{1,200}$")]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"^(?=.*\S)[^\r\n]{1,1000}$")]
    private static partial Regex PatternPattern();
}
