using System.Globalization;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A template of Liquid made ready for rendering; safe to use on many threads at once.</summary>
internal sealed class LiquidText
{
    /// <summary>Far more than a message needs; Liquid's parser recurses with the depth of a template.</summary>
    private const int MaxLength = 1000;
    private const int MaxBrackets = 40;

    private LiquidText(Func<TextValues, string> render, IReadOnlySet<string> variables) => (Render, Variables) = (render, variables);

    public Func<TextValues, string> Render { get; }

    /// <summary>Those that the template names.</summary>
    public IReadOnlySet<string> Variables { get; }

    /// <summary>Compiles a template.</summary>
    /// <param name="scalar">The template as the definition has it.</param>
    /// <param name="allowed">The variables that it may name.</param>
    /// <param name="reading">Told of everything that is wrong with it.</param>
    /// <returns>Null when anything is.</returns>
    public static LiquidText? Read(Scalar scalar, IReadOnlyCollection<string> allowed, Reading reading)
    {
        string template = scalar.Text.Trim();
        if (template.Length > MaxLength || template.Count(letter => letter is '{' or '[' or '(') > MaxBrackets)
        {
            reading.Refuse(
                scalar,
                $"the text is longer than {MaxLength} characters or has more than {MaxBrackets} brackets",
                "one SMS holds 160 characters; shorten it");
            return null;
        }

        if (template.Any(letter => char.GetUnicodeCategory(letter) == UnicodeCategory.PrivateUse))
        {
            reading.Refuse(scalar, "a character here has no meaning outside one computer", "retype the text");
            return null;
        }

        if (PlainTemplate.Of(template) is { } plain)
        {
            return AllKnown("variable", plain.Variables, allowed, scalar, reading) ? new LiquidText(plain.Render, plain.Variables) : null;
        }

        if (!LiquidTemplate.TryParse(template, out LiquidTemplate? liquid, out string? error))
        {
            string wrong = $"this isn't Liquid: {error.Split('\n')[0].Trim()}";
            reading.Refuse(scalar, wrong, "write variables as {{ name }} and conditions as {% if goal %}...{% endif %}");
            return null;
        }

        return AllKnown("variable", liquid.Names.Variables, allowed, scalar, reading)
            & AllKnown("filter", liquid.Names.Filters, TemplateNames.AllowedFilters, scalar, reading)
            ? new LiquidText(liquid.Render, liquid.Names.Variables)
            : null;
    }

    private static bool AllKnown(string noun, IEnumerable<string> names, IReadOnlyCollection<string> known, Scalar scalar, Reading reading)
    {
        List<string> unknown = [.. names.Except(known)];
        foreach (string name in unknown)
        {
            reading.Refuse(scalar, $"there is no {noun} {Words.Quote(name)} in this text", Words.Suggest(name, known));
        }

        return unknown.Count == 0;
    }
}
