using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Private words to be looked for, in every form in which they could hide.</summary>
public sealed class Needles
{
    private readonly List<(string Word, string[] Forms)> all;

    public Needles(params IEnumerable<string> words) => all = [.. words.Select(word => (word, FormsOf(word).Distinct().ToArray()))];

    /// <summary>Which of the words stand in a text, each with the form in which it was found.</summary>
    public IEnumerable<string> In(string text) =>
        from needle in all
        from form in needle.Forms
        where text.Contains(form, StringComparison.OrdinalIgnoreCase)
        select form == needle.Word ? $"'{form}'" : $"'{needle.Word}' as '{form}'";

    /// <summary>As it is; escaped for JSON, addresses and HTML; as hexadecimal; and inside base64, wherever in a longer text it may begin.</summary>
    private static IEnumerable<string> FormsOf(string word)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(word);
        yield return word;
        yield return JavaScriptEncoder.Default.Encode(word);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(word);
        yield return Uri.EscapeDataString(word);
        yield return WebUtility.UrlEncode(word);
        yield return WebUtility.HtmlEncode(word);
        yield return HtmlEncoder.Default.Encode(word);
        yield return Convert.ToHexString(utf8);
        foreach (int before in (int[])[0, 1, 2])
        {
            string encoded = Convert.ToBase64String([.. new byte[before], .. utf8]).TrimEnd('=');
            string certain = encoded[(before == 0 ? 0 : 4)..^(encoded.Length > 8 ? 2 : 0)];
            yield return certain;
            yield return certain.Replace('+', '-').Replace('/', '_');
        }
    }
}
