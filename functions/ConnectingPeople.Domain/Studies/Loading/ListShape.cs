using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A list of alike values.</summary>
/// <param name="noun">How errors call it, such as "a list of questions".</param>
/// <param name="item">What each of them looks like.</param>
/// <param name="atLeast">How many there must be.</param>
/// <param name="orOne">Whether a single value may stand for a list of one.</param>
internal sealed class ListShape<T>(string noun, IShape<T> item, int atLeast = 0, bool orOne = false) : IShape<IReadOnlyList<T?>>
{
    public IReadOnlyList<T?> Read(Node node, Reading reading)
    {
        if (node is not Sequence list)
        {
            if (orOne && node is Scalar)
            {
                return [item.Read(node, reading)];
            }

            reading.Refuse(node, $"{node.Kind} stands where {noun} is expected", "begin each entry with '- '");
            return [];
        }

        if (list.Items.Count < atLeast)
        {
            reading.Refuse(
                list, $"{noun} needs at least {atLeast}, and here {(list.Items.Count == 1 ? "is" : "are")} {list.Items.Count}",
                "add what is missing");
        }

        return [.. list.Items.Select(entry => item.Read(entry, reading))];
    }

    public JsonObject Schema()
    {
        JsonObject list = new() { ["type"] = "array", ["items"] = item.Schema() };
        if (atLeast > 0)
        {
            list["minItems"] = atLeast;
        }

        return orOne ? new JsonObject { ["oneOf"] = new JsonArray(item.Schema(), list) } : list;
    }
}
