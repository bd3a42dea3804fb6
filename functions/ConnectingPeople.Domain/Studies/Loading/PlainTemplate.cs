using System.Text.RegularExpressions;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>
/// A template of words and values as they are, which nearly all are. It means what it means in Liquid, but doesn't need it: to
/// prepare Liquid's parser takes a good part of a start.
/// </summary>
internal sealed partial class PlainTemplate
{
    /// <summary>Words and names in turn, words first and last.</summary>
    private readonly string[] pieces;
    private readonly Func<TextValues, string>[] values;

    private PlainTemplate(string[] pieces)
    {
        this.pieces = pieces;
        string[] names = [.. pieces.Where((_, index) => IsName(index))];
        values = [.. names.Select(name => TemplateValues.All[name])];
        Variables = names.ToHashSet();
    }

    /// <summary>Those that it names.</summary>
    public IReadOnlySet<string> Variables { get; }

    /// <returns>Null when it takes more: a condition, a filter, a brace among the words, a name that there isn't.</returns>
    public static PlainTemplate? Of(string template)
    {
        string[] pieces = Variable().Split(template);
        bool isPlain = pieces.Index().All(piece => IsName(piece.Index) ? TemplateValues.All.ContainsKey(piece.Item) : !piece.Item.AsSpan().ContainsAny('{', '}'));
        return isPlain ? new PlainTemplate(pieces) : null;
    }

    public string Render(TextValues person)
    {
        if (values.Length == 0)
        {
            return pieces[0];
        }

        string[] parts = [.. pieces];
        for (int i = 0; i < values.Length; i++)
        {
            parts[(2 * i) + 1] = values[i](person);
        }

        return string.Concat(parts);
    }

    private static bool IsName(int index) => index % 2 == 1;

    [GeneratedRegex("""\{\{ *([a-z]+) *\}\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
