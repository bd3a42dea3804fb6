using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants.Json;

namespace ConnectingPeople.Domain.Participants;

/// <summary>How states are written down: compact JSON, times in ISO 8601.</summary>
/// <remarks>
/// A state is read and written at every decision, and the serializer, which builds types with init-only properties through a
/// slow path, would take most of a decision's time. So the documents in <c>Json</c> do it for what they wrote themselves,
/// in a third to a fifth of the time. Anything else (another order, an unknown or null property, spaces) is the serializer's, which means
/// the same by every document.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantConverter), typeof(LocalDateConverter), typeof(LocalTimeConverter), typeof(ParticipantIdConverter), typeof(PastCheckInsConverter)])]
[JsonSerializable(typeof(Participant))]
[JsonSerializable(typeof(CheckIn))]
[JsonSerializable(typeof(Alert))]
public sealed partial class ParticipantJson : JsonSerializerContext
{
    public static string Write(Participant person)
    {
        using JsonText json = new();
        ParticipantDocument.Write(json, person);
        return json.ToString();
    }

    public static string Write(CheckIn checkIn)
    {
        using JsonText json = new();
        CheckInDocument.Write(json, checkIn);
        return json.ToString();
    }

    public static string Write(Alert alert)
    {
        using JsonText json = new();
        AlertDocument.Write(json, alert);
        return json.ToString();
    }

    /// <exception cref="JsonException">It isn't the state of a participant.</exception>
    public static Participant ReadParticipant(string state)
    {
        JsonCursor json = new(state);
        Participant person = ParticipantDocument.Read(json);
        return json.Arrived ? person : JsonSerializer.Deserialize(state, Default.Participant) ?? throw new JsonException("The state is empty.");
    }

    /// <exception cref="JsonException">It isn't a check-in.</exception>
    public static CheckIn ReadCheckIn(string state)
    {
        JsonCursor json = new(state);
        CheckIn checkIn = CheckInDocument.Read(json);
        return json.Arrived ? checkIn : JsonSerializer.Deserialize(state, Default.CheckIn) ?? throw new JsonException("The check-in is empty.");
    }

    /// <exception cref="JsonException">It isn't an alert.</exception>
    public static Alert ReadAlert(string state)
    {
        JsonCursor json = new(state);
        Alert alert = AlertDocument.Read(json);
        return json.Arrived ? alert : JsonSerializer.Deserialize(state, Default.Alert) ?? throw new JsonException("The alert is empty.");
    }
}
