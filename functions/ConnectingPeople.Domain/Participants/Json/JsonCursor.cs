using System.Collections.ObjectModel;

namespace ConnectingPeople.Domain.Participants.Json;

/// <summary>
/// Walks along a document that looks to the letter as <see cref="JsonText"/> writes it. Anything else breaks the walk: what it
/// gave is worthless then, and the caller must read the document with the serializer.
/// </summary>
/// <remarks>A property's name comes with all that stands before its value, such as <c>,"status":</c>.</remarks>
internal sealed partial class JsonCursor(string document)
{
    private int position;
    private bool broken;

    private ReadOnlySpan<char> Rest => document.AsSpan(position);

    /// <summary>Whether the whole document was as expected.</summary>
    public bool Arrived => !broken && position == document.Length;

    /// <summary>Passes over what comes next if it is that.</summary>
    public bool Has(string expected)
    {
        if (!Rest.StartsWith(expected))
        {
            return false;
        }

        position += expected.Length;
        return true;
    }

    /// <summary>Passes over what has to come next.</summary>
    public void Expect(string expected)
    {
        if (!Has(expected))
        {
            Break();
        }
    }

    /// <summary>Tells that something isn't as expected.</summary>
    public void Break()
    {
        broken = true;
        position = document.Length;
    }

    /// <summary>What was read of an object, past its end.</summary>
    public T Closed<T>(T read)
    {
        Expect("}");
        return read;
    }

    public IReadOnlyList<T> List<T>(string name, Func<JsonCursor, T> item)
    {
        if (!Has(name))
        {
            return [];
        }

        Expect("[");
        if (Has("]"))
        {
            return [];
        }

        List<T> list = [];
        do
        {
            list.Add(item(this));
        }
        while (Has(","));
        Expect("]");
        return list;
    }

    public IReadOnlyDictionary<string, T> Map<T>(string name, Func<JsonCursor, T> value)
    {
        if (!Has(name))
        {
            return ReadOnlyDictionary<string, T>.Empty;
        }

        Expect("{");
        if (Has("}"))
        {
            return ReadOnlyDictionary<string, T>.Empty;
        }

        Dictionary<string, T> map = [];
        do
        {
            map[Text("")] = Has(":") ? value(this) : Break<T>();
        }
        while (Has(","));
        Expect("}");
        return map;
    }

    private T Break<T>()
    {
        Break();
        return default!;
    }
}
