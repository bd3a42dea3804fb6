using System.Text.Json.Nodes;
using ConnectingPeople.Domain.Replies;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A pattern of words that replies are searched for.</summary>
internal sealed class RiskPatternShape : IShape<string>
{
    public static RiskPatternShape Shape { get; } = new();

    public string? Read(Node node, Reading reading)
    {
        if (Scalars.Pattern.Read(node, reading) is not { } pattern || RiskPhrases.Check(pattern) is not { } wrong)
        {
            return (node as Scalar)?.Text;
        }

        reading.Refuse(node, $"{Words.Quote(pattern)} {wrong}", "write words, with a|b for either, [a] for one that may be missing, ... for a gap");
        return null;
    }

    public JsonObject Schema() => Scalars.Pattern.Schema();
}
