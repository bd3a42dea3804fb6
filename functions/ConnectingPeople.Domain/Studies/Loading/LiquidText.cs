using System.Diagnostics.CodeAnalysis;
using Fluid;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A Liquid template made ready for rendering; safe to use on many threads at once.</summary>
internal sealed class LiquidText
{
    /// <summary>Stand for the values while a template is taken apart: private-use characters that no definition may hold.</summary>
    private const char FirstStandIn = '\uE100';

    /// <summary>Far more than a message needs; Liquid's parser recurses with the depth of a template.</summary>
    private const int MaxLength = 1000;
    private const int MaxBrackets = 40;

    private static readonly TemplateParser Parser = new();
    private static readonly TemplateOptions Options = new();

    private LiquidText(Func<TextValues, string> render, IReadOnlySet<string> variables) => (Render, Variables) = (render, variables);

    /// <summary>What a template may name, and where the value comes from.</summary>
    public static IReadOnlyDictionary<string, Func<TextValues, string>> Values { get; } = new Dictionary<string, Func<TextValues, string>>
    {
        ["name"] = values => values.Name,
        ["goal"] = values => values.Goal,
        ["question"] = values => values.Question,
        ["hint"] = values => values.Hint,
        ["until"] = values => values.Until,
        ["min"] = values => values.Min,
        ["max"] = values => values.Max,
        ["options"] = values => values.Options,
    };

    public Func<TextValues, string> Render { get; }

    /// <summary>Those that the template names.</summary>
    public IReadOnlySet<string> Variables { get; }

    /// <summary>Compiles a template that names only <paramref name="allowed"/> variables, or says what is wrong with it, and the cure.</summary>
    public static bool TryCompile(
        string template, IReadOnlyCollection<string> allowed, [NotNullWhen(true)] out LiquidText? text, out (string Wrong, string Cure) problem)
    {
        text = null;
        if (template.Length > MaxLength || template.Count(letter => letter is '{' or '[' or '(') > MaxBrackets)
        {
            problem = ($"the text is longer than {MaxLength} characters or has more than {MaxBrackets} brackets", "one SMS holds 160 characters; shorten it");
            return false;
        }

        if (template.Any(letter => char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.PrivateUse))
        {
            problem = ("a character here has no meaning outside one computer", "retype the text");
            return false;
        }

        if (!Parser.TryParse(template, out IFluidTemplate? parsed, out string? error))
        {
            problem = ($"this isn't Liquid: {error.Split('\n')[0].Trim()}", "write variables as {{ name }} and conditions as {% if goal %}...{% endif %}");
            return false;
        }

        TemplateNames names = TemplateNames.Of(parsed);
        if (names.Variables.FirstOrDefault(name => !allowed.Contains(name)) is { } unknown)
        {
            problem = ($"there is no variable {Words.Quote(unknown)} in this text", Words.Suggest(unknown, allowed));
            return false;
        }

        if (names.Filters.FirstOrDefault(name => !TemplateNames.AllowedFilters.Contains(name)) is { } filter)
        {
            problem = ($"there is no filter {Words.Quote(filter)} in texts", Words.Suggest(filter, TemplateNames.AllowedFilters));
            return false;
        }

        problem = default;
        text = new LiquidText(names.IsOnlyOutput ? Pieces(parsed) : values => RenderAny(parsed, values), names.Variables);
        return true;
    }

    /// <summary>
    /// Nearly every text is words with a value here and there. Those are taken apart once, by letting Liquid render them with
    /// stand-ins, and then only put together.
    /// </summary>
    private static Func<TextValues, string> Pieces(IFluidTemplate template)
    {
        List<string> names = [.. Values.Keys];
        string rendered = RenderWith(template, name => $"{(char)(FirstStandIn + names.IndexOf(name))}");
        List<Func<TextValues, string>> pieces = [];
        int start = 0;
        for (int i = 0; i < rendered.Length; i++)
        {
            if (rendered[i] - FirstStandIn is int variable && variable >= 0 && variable < names.Count)
            {
                string words = rendered[start..i];
                pieces.Add(_ => words);
                pieces.Add(Values[names[variable]]);
                start = i + 1;
            }
        }

        string end = rendered[start..];
        return pieces.Count == 0 ? _ => end : values => Join(pieces, end, values);
    }

    private static string Join(List<Func<TextValues, string>> pieces, string end, TextValues values)
    {
        string[] parts = new string[pieces.Count + 1];
        for (int i = 0; i < pieces.Count; i++)
        {
            parts[i] = pieces[i](values);
        }

        parts[^1] = end;
        return string.Concat(parts);
    }

    private static string RenderAny(IFluidTemplate template, TextValues values) => RenderWith(template, name => Values[name](values));

    private static string RenderWith(IFluidTemplate template, Func<string, string> valueOf)
    {
        TemplateContext context = new(Options);
        foreach (string name in Values.Keys)
        {
            // Liquid takes an empty text for true; here a condition asks whether there is something.
            if (valueOf(name) is { Length: > 0 } value)
            {
                context.SetValue(name, Fluid.Values.StringValue.Create(value));
            }
        }

        return template.Render(context, NullEncoder.Default, isolateContext: false);
    }
}
