using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using ScalarEvent = YamlDotNet.Core.Events.Scalar;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>
/// Builds the tree of a definition from YAML's events. YamlDotNet's own tree isn't used: it stops at the first key that comes
/// twice, shares what aliases name and recurses as deep as the text says.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxCharacters = 1 << 20;
    private const int MaxDepth = 24;

    private readonly CarefulParser parser;
    private readonly Reading reading;

    private YamlTree(string yaml, Reading reading)
    {
        parser = new CarefulParser(new Parser(new StringReader(yaml)));
        this.reading = reading;
    }

    /// <summary>The only document of the text.</summary>
    /// <returns>Null when there is none; the reading says why.</returns>
    public static Node? Read(string yaml, Reading reading)
    {
        if (yaml.Length > MaxCharacters)
        {
            reading.Refuse(
                Place.Root, 1, "the definition is larger than a million characters",
                "a study is a few hundred lines; check that this is the right file");
            return null;
        }

        try
        {
            return new YamlTree(yaml, reading).Document();
        }
        catch (YamlException e)
        {
            reading.Refuse(
                Place.Root, (int)Math.Max(1, e.Start.Line), $"this can't be read as YAML: {e.Message.TrimEnd('.')}",
                "check quotes, colons and indentation on this line and the one before");
            return null;
        }
    }

    private Node? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            reading.Refuse(Place.Root, 1, "the definition is empty", "begin with 'study:'");
            return null;
        }

        Node root = Value(Place.Root, 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out DocumentStart? second))
        {
            reading.Refuse(
                Place.Root, (int)second.Start.Line, "a second document begins here", "remove the line '---' and what follows it");
        }

        return root;
    }

    private Node Value(Place place, int depth)
    {
        ParsingEvent next = parser.Next();
        int line = (int)next.Start.Line;
        switch (next)
        {
            case ScalarEvent:
                ScalarEvent scalar = parser.Consume<ScalarEvent>();
                return new Scalar(place, line, scalar.Value, scalar.Style == ScalarStyle.Plain);
            case SequenceStart when depth < MaxDepth:
                return Items(place, line, depth);
            case MappingStart when depth < MaxDepth:
                return Entries(place, line, depth);
            case AnchorAlias:
                AnchorAlias alias = parser.Consume<AnchorAlias>();
                reading.Refuse(
                    place, line, $"{Words.Quote($"*{alias.Value}")} stands for something written elsewhere", "write it out here");
                return new Refused(place, line);
            default:
                // Not worth reading on: the scanner's time grows with the square of the depth.
                throw new YamlException(next.Start, next.End, $"brackets or lists go more than {MaxDepth} deep");
        }
    }

    private Sequence Items(Place place, int line, int depth)
    {
        parser.Consume<SequenceStart>();
        List<Node> items = [];
        for (int index = 0; !parser.TryConsume<SequenceEnd>(out _); index++)
        {
            items.Add(Value(place.Item(index), depth + 1));
        }

        return new Sequence(place, line, items);
    }

    private Mapping Entries(Place place, int line, int depth)
    {
        parser.Consume<MappingStart>();
        Dictionary<string, Entry> entries = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Scalar? key = Key(place, depth);
            Node value = Value(key?.Place ?? place, depth + 1);
            if (key is not null && !entries.TryAdd(key.Text, new Entry(key, value)))
            {
                reading.Refuse(
                    key, $"{Words.Quote(key.Text)} stands here twice; first in line {entries[key.Text].Key.Line}", "keep one of them");
            }
        }

        return new Mapping(place, line, [.. entries.Values]);
    }

    private Scalar? Key(Place place, int depth)
    {
        int line = (int)parser.Next().Start.Line;
        if (parser.TryConsume<ScalarEvent>(out ScalarEvent? key))
        {
            return new Scalar(place.Key(key.Value), line, key.Value, true);
        }

        reading.Refuse(place, line, "a key here is no single word", "write 'key: value'");
        Value(place, depth + 1);
        return null;
    }
}
