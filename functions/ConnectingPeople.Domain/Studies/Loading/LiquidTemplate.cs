using System.Diagnostics.CodeAnalysis;
using Fluid;
using Fluid.Values;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A template that takes Liquid: with conditions or filters.</summary>
internal sealed class LiquidTemplate
{
    private static readonly TemplateParser Parser = new();
    private static readonly TemplateOptions Options = new();

    private readonly IFluidTemplate template;

    private LiquidTemplate(IFluidTemplate template) => (this.template, Names) = (template, TemplateNames.Of(template));

    /// <summary>What it names.</summary>
    public TemplateNames Names { get; }

    /// <param name="text">The template as the definition has it.</param>
    /// <param name="template">The template, when it is Liquid.</param>
    /// <param name="error">What is wrong, when it isn't.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out LiquidTemplate? template, [NotNullWhen(false)] out string? error)
    {
        template = Parser.TryParse(text, out IFluidTemplate? parsed, out error) ? new LiquidTemplate(parsed) : null;
        return template is not null;
    }

    /// <summary>Puts a person's values in. It must name none but <see cref="TemplateValues"/>.</summary>
    public string Render(TextValues person)
    {
        TemplateContext context = new(Options);
        foreach ((string name, Func<TextValues, string> valueOf) in TemplateValues.All)
        {
            // Liquid takes an empty text for true; here a condition asks whether there is something.
            if (valueOf(person) is { Length: > 0 } value)
            {
                context.SetValue(name, StringValue.Create(value));
            }
        }

        return template.Render(context, NullEncoder.Default, isolateContext: false);
    }
}
