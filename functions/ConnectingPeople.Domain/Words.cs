using System.Text.Json;

namespace ConnectingPeople.Domain;

/// <summary>How the values of enumerations are written in requests, answers and datasets: <c>learning-disability</c>.</summary>
public static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
