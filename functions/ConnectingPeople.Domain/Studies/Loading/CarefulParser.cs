using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>
/// YAML's events. Its scanner stumbles over a few broken texts with other exceptions than its own; here all are the same.
/// </summary>
internal sealed class CarefulParser(IParser parser) : IParser
{
    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception e) when (e is not YamlException)
        {
            Mark near = Current?.End ?? Mark.Empty;
            throw new YamlException(near, near, "a value near here can't be told apart", e);
        }
    }

    /// <summary>The event to come. A definition that ends before it isn't YAML.</summary>
    public ParsingEvent Next() =>
        this.Accept<ParsingEvent>(out ParsingEvent? next) ? next : throw new YamlException("the text ends too early");
}
