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
public sealed partial class ParticipantJson : JsonSerializerContext
{
    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Instant.FromDateTimeOffset(reader.GetDateTimeOffset());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToDateTimeUtc());
    }

    private sealed class LocalDateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDate.FromDateTime(reader.GetDateTime());

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options)
        {
            Span<char> text = stackalloc char[10];
            value.ToDateOnly().TryFormat(text, out _, "o");
            writer.WriteStringValue(text);
        }
    }

    private sealed class LocalTimeConverter : JsonConverter<LocalTime>
    {
        public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalTime.FromTimeOnly(TimeOnly.Parse(reader.GetString()!, System.Globalization.CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class ParticipantIdConverter : JsonConverter<ParticipantId>
    {
        public override ParticipantId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ParticipantId.TryParse(reader.GetString(), out ParticipantId id) ? id : throw new JsonException("That isn't a participant's id.");

        public override void Write(Utf8JsonWriter writer, ParticipantId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}
