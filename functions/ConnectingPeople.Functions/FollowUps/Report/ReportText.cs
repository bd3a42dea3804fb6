using System.Globalization;
using ConnectingPeople.Domain.FollowUps.Disclosure;
using ConnectingPeople.Domain.FollowUps.Report;
using ConnectingPeople.Domain.FollowUps.Statistics;

namespace ConnectingPeople.Functions.FollowUps.Report;

/// <summary>How a report writes figures and names, the same in tables and drawings.</summary>
public static class ReportText
{
    private const int MostDigits = 4;

    /// <summary>Such as <c>74.8%</c>; says why there is none.</summary>
    public static string Percent(double? percent, ShownCount whole) =>
        percent is { } share ? $"{Number(share, 1)}%" : whole.Value == 0 ? "–" : "withheld";

    /// <summary>With so many digits behind the point, a proper minus sign, and no minus before nought.</summary>
    public static string Number(double number, int digits)
    {
        string text = Math.Abs(number).ToString($"N{digits}", CultureInfo.InvariantCulture);
        return number < 0 && text.Any(sign => sign is >= '1' and <= '9') ? $"−{text}" : text;
    }

    /// <summary>Such as <c>0.12 to 1.40</c>.</summary>
    public static string Range(ConfidenceInterval interval, int digits) => $"{Number(interval.Low, digits)} to {Number(interval.High, digits)}";

    /// <summary>How many digits behind the point a measure needs by its spread: none from 100 on, two about 1, and 4 at most.</summary>
    public static int Digits(MeasureFigures figures)
    {
        double spread = figures.Groups.Max(group => group.Shown?.Outcome.StandardDeviation) ?? 0;
        int power = spread > 0 ? (int)Math.Floor(Math.Log10(spread)) : 0;
        return power >= 0 ? Math.Max(0, 2 - power) : Math.Min(MostDigits, 1 - power);
    }

    /// <summary>A level of fidelity in words; everybody's for none.</summary>
    public static string Group(string? fidelity) => fidelity switch
    {
        null => "Everybody",
        FidelityGroup.Full => "Full",
        FidelityGroup.Partial => "Partial",
        FidelityGroup.NotAssessed => "Not assessed",
        _ => fidelity,
    };

    /// <summary>Where a question was asked, in words.</summary>
    public static string Wave(string? wave) => wave switch
    {
        null => "Check-ins",
        "baseline" => "Baseline",
        "nine-month" => "Nine months",
        _ => wave,
    };

    public static string Sector(string? sector) => sector switch
    {
        "local-authority" => "Local authority",
        "nhs" => "NHS",
        "third-sector" => "Third sector",
        null => "Not known",
        _ => sector,
    };

    /// <summary>Cuts what is too long for a drawing; the table beside it has the whole.</summary>
    public static string Cut(string text, int longest) => text.Length <= longest ? text : $"{text[..(longest - 1)].TrimEnd()}…";
}
