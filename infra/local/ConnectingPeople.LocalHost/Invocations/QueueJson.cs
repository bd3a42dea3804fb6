using System.Text.Json;

namespace ConnectingPeople.LocalHost.Invocations;

/// <summary>Reads a queue message as the worker's own serializer does.</summary>
internal static class QueueJson
{
    private static readonly JsonSerializerOptions Worker = new() { PropertyNameCaseInsensitive = true };

    /// <exception cref="JsonException">The text isn't JSON of this type.</exception>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Worker) ?? throw new JsonException("The message is null.");
}
