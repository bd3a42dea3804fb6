using System.Globalization;
using System.Text.RegularExpressions;

namespace ConnectingPeople.Simulator.Cohort;

/// <summary>Plausible answers, found from the form of the question alone: a scripted person knows no study definition.</summary>
public static partial class Answers
{
    /// <returns>Whether a text asks for an answer, rather than thanks, greets or confirms.</returns>
    public static bool IsAsked(string text) =>
        text.Contains('?', StringComparison.Ordinal) || Scale().IsMatch(text) || Options(text).Length > 1 || YesOrNo().IsMatch(text);

    /// <param name="text">The question.</param>
    /// <param name="chance">The person's luck with it.</param>
    public static string To(string text, Chance chance) =>
        Options(text) is { Length: > 1 } options ? chance.OneOf("option", options)
        : Scale().Match(text) is { Success: true } scale ? OnScale(scale, chance)
        : HowMany().IsMatch(text) ? chance.Between(0, 4, "count").ToString(CultureInfo.InvariantCulture)
        : YesOrNo().IsMatch(text) ? chance.OneOf("yes", "Yes", "yes", "Yeah", "No")
        : chance.OneOf(
            "words",
            "I went to the library group and talked to two people",
            "Had a cup of tea with my neighbour",
            "Still a bit nervous but I went to the allotment",
            "My brother came with me to the art class");

    /// <summary>The numbers of a list such as "1 Not started, 2 A first step, 3 Getting there".</summary>
    private static string[] Options(string text)
    {
        string[] numbers = [.. Option().Matches(text).Select(option => option.Groups["number"].Value)];
        return numbers.SequenceEqual(Enumerable.Range(1, numbers.Length).Select(n => n.ToString(CultureInfo.InvariantCulture))) ? numbers : [];
    }

    private static string OnScale(Match scale, Chance chance)
    {
        int least = int.Parse(scale.Groups["least"].Value, CultureInfo.InvariantCulture);
        int most = int.Parse(scale.Groups["most"].Value, CultureInfo.InvariantCulture);
        return least < most ? chance.Between(least, most, "scale").ToString(CultureInfo.InvariantCulture) : $"{least}";
    }

    [GeneratedRegex(@"\b(?<least>\d{1,2})\b[^\d?]{0,40}?(?:\bto\b|-|–|\band\b)\s*(?<most>\d{1,2})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Scale();

    [GeneratedRegex(@"(?:^|[\s(,;])(?<number>[1-9])(?:\s?[=.):]\s?|\s)(?=\p{L})(?!to\b|and\b|or\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Option();

    [GeneratedRegex(@"\bhow (?:many|often)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\byes\b.{0,8}\bno\b|^\s*(?:did|do|have|has|are|is|was|were|would|could|can)\b.*\?", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex YesOrNo();
}
