namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Where something stands in the tree. Put into words only when asked for, because a hostile file has many deep places.</summary>
internal sealed record Place(Place? Parent, string Segment)
{
    public static Place Root { get; } = new(null, "");

    public Place Key(string key) => new(this, Parent is null ? key : $".{key}");

    public Place Item(int index) => new(this, $"[{index}]");

    /// <summary>Such as <c>questionnaires.weekly.questions[2].id</c>; empty for the whole definition.</summary>
    public override string ToString() => Parent + Words.Shorten(Segment);
}

/// <summary>A piece of a definition, with where it stands.</summary>
/// <param name="Place">In the tree.</param>
/// <param name="Line">In the file, counted from 1.</param>
internal abstract record Node(Place Place, int Line)
{
    /// <summary>How an error calls it.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value. Only a plain one, without quotes, can be a number, a flag or nothing.</summary>
internal sealed record Scalar(Place Place, int Line, string Text, bool IsPlain) : Node(Place, Line)
{
    public override string Kind => "a single value";

    public bool IsNothing => IsPlain && Text is "" or "~" or "null";
}

internal sealed record Sequence(Place Place, int Line, IReadOnlyList<Node> Items) : Node(Place, Line)
{
    public override string Kind => "a list";
}

/// <summary>Keys with values; a key that comes twice was refused and stands here once.</summary>
internal sealed record Mapping(Place Place, int Line, IReadOnlyList<Entry> Entries) : Node(Place, Line)
{
    public override string Kind => "a group of keys";

    public Node? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
}

/// <summary>What couldn't be read and was reported; nothing more is said about it.</summary>
internal sealed record Refused(Place Place, int Line) : Node(Place, Line)
{
    public override string Kind => "nothing readable";
}

internal sealed record Entry(Scalar Key, Node Value);
