namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A mapping that is being read.</summary>
internal sealed class Fields
{
    private readonly HashSet<Key> faulty = [];

    private Fields(Mapping node, Reading reading) => (Node, Reading) = (node, reading);

    public Mapping Node { get; }

    public Reading Reading { get; }

    /// <summary>The fields of a mapping; null, and an error, for anything else.</summary>
    public static Fields? Of(Node node, string noun, Reading reading)
    {
        if (node is Mapping mapping)
        {
            return new Fields(mapping, reading);
        }

        reading.Refuse(node, $"{node.Kind} stands where {noun} is expected", "write its keys below, indented, as 'key: value'");
        return null;
    }

    public bool Has(Key key) => Node.Find(key.Name) is not null;

    /// <summary>Whether the key stands there and nothing was wrong with its value when it was read.</summary>
    public bool IsSound(Key key) => Has(key) && !IsFaulty(key);

    /// <summary>Whether something was wrong with the key when it was read.</summary>
    public bool IsFaulty(Key key) => faulty.Contains(key);

    /// <summary>The value of a key, or what holds without it. Reports a required key that is missing.</summary>
    public T? Get<T>(Key<T> key)
    {
        int before = Reading.Errors;
        T? value = Read(key);
        if (Reading.Errors > before || Node.Find(key.Name) is Refused)
        {
            faulty.Add(key);
        }

        return value;
    }

    /// <summary>The values of a list that could be read.</summary>
    public List<T> List<T>(Key<IReadOnlyList<T?>> key)
        where T : class =>
        [.. (Get(key) ?? []).OfType<T>()];

    /// <summary>Reports something about a key, at its value where there is one.</summary>
    public void Refuse(Key key, string wrong, string cure) => Reading.Refuse(Node.Find(key.Name) ?? Node, wrong, cure);

    public void AllowOnly(IReadOnlyList<Key> keys, string noun)
    {
        List<string> known = [.. keys.Select(key => key.Name).Distinct()];
        foreach (Scalar key in Node.Entries.Select(entry => entry.Key).Where(key => !known.Contains(key.Text)))
        {
            Reading.Refuse(key, $"{Words.Quote(key.Text)} is no key of {noun}", Words.Suggest(key.Text, known));
        }
    }

    private T? Read<T>(Key<T> key)
    {
        switch (Node.Find(key.Name))
        {
            case null when key.IsRequired:
                Reading.Refuse(Node.Place.Key(key.Name), Node.Line, $"'{key.Name}' is missing", $"add it: {key.Description}");
                return default;
            case null:
                return key.Otherwise;
            case Scalar { IsNothing: true } nothing:
                Reading.Refuse(
                    nothing, $"'{key.Name}' has no value", $"give it one{(key.IsRequired ? "" : " or remove the key")}: {key.Description}");
                return default;
            case { } value:
                return key.Shape.Read(value, Reading);
        }
    }
}
