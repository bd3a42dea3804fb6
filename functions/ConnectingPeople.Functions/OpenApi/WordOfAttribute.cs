using System.Text.Json;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>The text is the word of one of an enumeration's values, as <see cref="Domain.Words"/> writes it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordOfAttribute(Type enumeration) : Attribute
{
    public IEnumerable<string> Words => Enum.GetNames(enumeration).Select(JsonNamingPolicy.KebabCaseLower.ConvertName);
}
