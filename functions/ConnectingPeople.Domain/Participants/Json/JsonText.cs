using System.Buffers;
using System.Text.Encodings.Web;

namespace ConnectingPeople.Domain.Participants.Json;

/// <summary>
/// Writes compact JSON as text, into memory that it gives back when it is disposed. What is null, or an option's default, leaves no
/// property. Half a surrogate pair, which JSON can't hold, becomes U+FFFD.
/// </summary>
/// <remarks>A property's name comes with all that stands before its value, such as <c>,"status":</c>.</remarks>
internal sealed partial class JsonText : IDisposable
{
    private const int MostPerEscaped = 6;

    /// <summary>Characters that stand for themselves, so that they needn't pass the encoder one by one.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', 0x7F - ' ').Select(code => (char)code).Where(character => character is not ('"' or '\\'))]);

    private char[] buffer = ArrayPool<char>.Shared.Rent(4096);
    private int length;

    public override string ToString() => new(buffer, 0, length);

    public void Dispose() => ArrayPool<char>.Shared.Return(buffer);

    public void Raw(string text)
    {
        text.CopyTo(Room(text.Length));
        length += text.Length;
    }

    public void Text(string name, string? text)
    {
        if (text is null)
        {
            return;
        }

        Raw(name);
        Raw("\"");
        if (text.AsSpan().ContainsAnyExcept(Plain))
        {
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text, Room(text.Length * MostPerEscaped), out _, out int written);
            length += written;
        }
        else
        {
            Raw(text);
        }

        Raw("\"");
    }

    public void List<T>(string name, IReadOnlyList<T> list, Action<JsonText, T> item)
    {
        if (list.Count == 0)
        {
            return;
        }

        Raw(name);
        for (int i = 0; i < list.Count; i++)
        {
            Raw(i == 0 ? "[" : ",");
            item(this, list[i]);
        }

        Raw("]");
    }

    public void Map<T>(string name, IReadOnlyDictionary<string, T> map, Action<JsonText, T> value)
    {
        if (map.Count == 0)
        {
            return;
        }

        Raw(name);
        string before = "{";
        foreach ((string key, T item) in map)
        {
            Text(before, key);
            Raw(":");
            value(this, item);
            before = ",";
        }

        Raw("}");
    }

    private Span<char> Room(int wanted)
    {
        if (buffer.Length - length < wanted)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(buffer.Length * 2, length + wanted));
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(length);
    }
}
