using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>One key of a mapping: its name, its value's shape and what it means.</summary>
internal abstract record Key(string Name, bool IsRequired, string Description)
{
    public static Key<T> Required<T>(string name, IShape<T> shape, string description) => new(name, shape, true, default, description);

    public static Key<T> Optional<T>(string name, IShape<T> shape, T? otherwise, string description) =>
        new(name, shape, false, otherwise, description);

    public abstract JsonObject Schema();
}

/// <inheritdoc cref="Key"/>
internal sealed record Key<T>(string Name, IShape<T> Shape, bool IsRequired, T? Otherwise, string Description)
    : Key(Name, IsRequired, Description)
{
    public override JsonObject Schema()
    {
        JsonObject schema = Shape.Schema();
        schema.Insert(0, "description", Description);
        return schema;
    }
}
