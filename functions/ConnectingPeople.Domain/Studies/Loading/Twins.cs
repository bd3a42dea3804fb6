namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Refuses an id that two things share.</summary>
internal static class Twins
{
    /// <summary>The ids of a list of mappings as written, whatever else is wrong with these.</summary>
    public static IEnumerable<Scalar> IdsIn(Node? list) =>
        (list as Sequence)?.Items.Select(IdIn).OfType<Scalar>() ?? [];

    public static Scalar? IdIn(Node node) => (node as Mapping)?.Find("id") as Scalar;

    public static void Refuse(string noun, IEnumerable<Scalar> ids, Reading reading)
    {
        Dictionary<string, Scalar> first = [];
        foreach (Scalar id in ids.Where(id => !first.TryAdd(id.Text, id)))
        {
            reading.Refuse(id, $"there is another {noun} {Words.Quote(id.Text)} in line {first[id.Text].Line}", "give each its own id");
        }
    }
}
