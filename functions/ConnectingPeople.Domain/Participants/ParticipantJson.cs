using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectingPeople.Domain.CheckIns;

namespace ConnectingPeople.Domain.Participants;

/// <summary>How states are written down: compact JSON, times in ISO 8601.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantConverter), typeof(LocalDateConverter), typeof(LocalTimeConverter), typeof(ParticipantIdConverter)])]
[JsonSerializable(typeof(Participant))]
[JsonSerializable(typeof(CheckIn))]
public sealed partial class ParticipantJson : JsonSerializerContext;
