using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>
/// How one kind of value is written in a definition: declared once, it reads and checks the value, and describes it to editors
/// as JSON Schema.
/// </summary>
internal interface IShape
{
    JsonObject Schema();
}

/// <inheritdoc cref="IShape"/>
internal interface IShape<out T> : IShape
{
    /// <summary>Reads the value and reports everything that is wrong with it.</summary>
    /// <returns>What could be made of it: something incomplete, or nothing at all, once anything was reported.</returns>
    T? Read(Node node, Reading reading);
}
