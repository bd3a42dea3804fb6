using Fluid;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Puts a person's values into a template.</summary>
internal static class LiquidRendering
{
    /// <summary>Stand for the values while a template is taken apart: private-use characters that no definition may hold.</summary>
    private const char FirstStandIn = '\uE100';

    private static readonly TemplateOptions Options = new();

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
        ["link"] = values => values.Link,
        ["questions"] = values => values.Questions,
    };

    /// <summary>Renders a checked template; safe on many threads at once.</summary>
    /// <param name="template">It names nothing but <see cref="Values"/>.</param>
    /// <param name="isOnlyOutput">Whether it has only words and values as they are.</param>
    public static Func<TextValues, string> Of(IFluidTemplate template, bool isOnlyOutput) =>
        isOnlyOutput ? Pieces(template) : values => RenderWith(template, name => Values[name](values));

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
