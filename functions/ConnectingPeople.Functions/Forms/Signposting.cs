using System.Text.RegularExpressions;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Forms;

/// <summary>The study's own words to somebody who wrote something that worries: written for a text message, on a page a line for each thing to do.</summary>
public static partial class Signposting
{
    public static IEnumerable<string> Lines(Study study, string language) =>
        AfterSentence().Split(study.Messages.Signposting.In(language, new TextValues(""))).Select(line => BetweenDigits().Replace(line, "\u00A0"));

    /// <summary>A question and its answer stay together.</summary>
    [GeneratedRegex(@"(?<=[.!])\s+")]
    private static partial Regex AfterSentence();

    /// <summary>A number that breaks over two lines is easily misread.</summary>
    [GeneratedRegex(@"(?<=\d)\s+(?=\d)")]
    private static partial Regex BetweenDigits();
}
