using Fluid;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Liquid with conditions only: loops, assignments and includes have no use in a text message.</summary>
internal sealed class TemplateParser : FluidParser
{
    private static readonly string[] Allowed = ["if", "unless", "case", "comment", "raw", "#"];

    public TemplateParser()
    {
        foreach (string tag in RegisteredTags.Keys.Except(Allowed).ToList())
        {
            RegisteredTags.Remove(tag);
        }
    }
}
