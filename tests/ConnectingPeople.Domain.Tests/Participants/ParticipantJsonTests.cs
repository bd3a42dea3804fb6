using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Participants.Json;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.Participants;

/// <summary>The serializer, which knows nothing of our own reading and writing, judges both.</summary>
public sealed class ParticipantJsonTests
{
    [Fact]
    public void A_participant_comes_back_as_it_was_written() => AnyState.Participants.Sample(person =>
    {
        string state = ParticipantJson.Write(person);

        Assert.Equal(Judged(person), Judged(ParticipantJson.ReadParticipant(state)));
        Assert.Equal(Judged(person), Judged(JsonSerializer.Deserialize(state, ParticipantJson.Default.Participant)!));
    });

    [Fact]
    public void A_check_in_comes_back_as_it_was_written() => AnyState.CheckIns.Sample(checkIn =>
    {
        string state = ParticipantJson.Write(checkIn);

        Assert.Equal(Judged(checkIn), Judged(ParticipantJson.ReadCheckIn(state)));
        Assert.Equal(Judged(checkIn), Judged(JsonSerializer.Deserialize(state, ParticipantJson.Default.CheckIn)!));
    });

    [Fact]
    public void What_we_wrote_never_needs_the_serializer() => AnyState.Participants.Sample(person =>
    {
        JsonCursor json = new(ParticipantJson.Write(person));

        ParticipantDocument.Read(json);

        Assert.True(json.Arrived);
    });

    [Fact]
    public void A_document_of_the_serializer_reads_the_same_in_any_order_with_spaces_and_unknown_properties() =>
        Gen.Select(AnyState.Participants, Gen.Int, Gen.Bool, Gen.Bool).Sample((person, seed, spaced, stranger) =>
        {
            JsonNode document = Shuffled(JsonNode.Parse(Judged(person))!, new Random(seed));
            document["profile"]!["shoeSize"] = stranger ? 42 : null;
            string state = document.ToJsonString(new JsonSerializerOptions { WriteIndented = spaced });

            Assert.Equal(Judged(person), Judged(ParticipantJson.ReadParticipant(Judged(person))));
            Assert.Equal(Judged(person), Judged(ParticipantJson.ReadParticipant(state)));
        });

    [Fact]
    public void A_damaged_document_is_read_as_the_serializer_reads_it_or_refused_with_it() =>
        Gen.Select(AnyState.Participants, Gen.Int[0, int.MaxValue], Gen.OneOf('"', '\\', ',', ':', '{', '}', ']', '0', '-', 'Z', ' ', '\n'), Gen.Int[0, 2])
            .Sample((person, place, character, manner) =>
            {
                string state = ParticipantJson.Write(person);
                int at = place % state.Length;
                string damaged = $"{state[..at]}{(manner > 0 ? character : "")}{state[(manner == 1 ? at : at + 1)..]}";

                Assert.Equal(
                    Attempt(() => JsonSerializer.Deserialize(damaged, ParticipantJson.Default.Participant)!),
                    Attempt(() => ParticipantJson.ReadParticipant(damaged)));
            }, iter: 2000);

    [Fact]
    public void Half_a_character_is_stored_as_a_replacement_character()
    {
        Goal torn = new("g1", "walk \uD83D home \uDC69", new LocalDate(2026, 1, 5));
        Participant person = AnyState.Participants.Single() with { Goals = [torn] };

        Participant read = ParticipantJson.ReadParticipant(ParticipantJson.Write(person));

        Assert.Equal("walk \uFFFD home \uFFFD", read.Goals[0].Text);
    }

    [Fact]
    public void A_check_in_is_short_readable_text()
    {
        CheckIn checkIn = new()
        {
            Id = "weekly-2026-01-08",
            Questionnaire = "weekly",
            Version = 1,
            DueAt = Instant.FromUtc(2026, 1, 8, 11, 0),
            ClosesAt = Instant.FromUtc(2026, 1, 11, 11, 0),
            SentAt = Instant.FromUtc(2026, 1, 8, 11, 0) + Duration.FromMilliseconds(250),
            Quiet = true,
            Answers = [new Answer("people", AnswerOutcome.Answered, "2", null, "2, Zoë & 'Al'", 1, Instant.FromUtc(2026, 1, 8, 11, 2))],
        };

        string state = ParticipantJson.Write(checkIn);

        Assert.Equal(
            """
            {"id":"weekly-2026-01-08","questionnaire":"weekly","version":1,"dueAt":"2026-01-08T11:00:00Z","closesAt":"2026-01-11T11:00:00Z",
            "sentAt":"2026-01-08T11:00:00.25Z","quiet":true,"answers":[{"question":"people","value":"2","raw":"2, Zoë & 'Al'","attempts":1,
            "at":"2026-01-08T11:02:00Z"}]}
            """.ReplaceLineEndings(""),
            state);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"CP-S1C00E"}""")]
    public void What_is_no_state_is_refused(string state) => Assert.Throws<JsonException>(() => ParticipantJson.ReadParticipant(state));

    [Fact]
    public void The_generator_fills_every_property()
    {
        ConcurrentDictionary<string, bool> filled = [];

        AnyState.Participants.Sample(person => Visit(person, filled));

        Assert.Empty(filled.Where(property => !property.Value).Select(property => property.Key));
        Assert.Equal(
            ["Alert", "AlertStep", "Answer", "CheckIn", "Consent", "DayCount", "Goal", "Outgoing", "Participant", "Profile"],
            filled.Keys.Select(property => property.Split('.')[0]).Distinct().Order());
    }

    /// <summary>The serializer's words for a person; the order of a map's entries means nothing.</summary>
    private static string Judged(Participant person) => JsonSerializer.Serialize(
        person with
        {
            Handled = new SortedDictionary<string, LocalDate>(person.Handled.ToDictionary(), StringComparer.Ordinal),
            Causes = new SortedDictionary<string, string>(person.Causes.ToDictionary(), StringComparer.Ordinal),
            Raised = new SortedDictionary<string, string>(person.Raised.ToDictionary(), StringComparer.Ordinal),
        },
        ParticipantJson.Default.Participant);

    private static string Judged(CheckIn checkIn) => JsonSerializer.Serialize(checkIn, ParticipantJson.Default.CheckIn);

    private static string Attempt(Func<Participant> read)
    {
        try
        {
            return Judged(read());
        }
        catch (JsonException)
        {
            return "refused";
        }
    }

    private static JsonNode Shuffled(JsonNode node, Random random)
    {
        if (node is JsonArray array)
        {
            return new JsonArray([.. array.Select(item => Shuffled(item!, random))]);
        }

        if (node is not JsonObject given)
        {
            return node.DeepClone();
        }

        KeyValuePair<string, JsonNode?>[] properties = [.. given];
        random.Shuffle(properties);
        return new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Shuffled(property.Value!, random))));
    }

    /// <summary>Notes which properties of it and of what it holds have a value other than their default.</summary>
    private static void Visit(object part, ConcurrentDictionary<string, bool> filled)
    {
        foreach (PropertyInfo property in part.GetType().GetProperties().Where(property => property.CanWrite))
        {
            object? value = property.GetValue(part);
            object? none = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
            object[] items = value is IEnumerable and not string ? [.. ((IEnumerable)value).Cast<object>()] : [value!];
            bool isFilled = !Equals(value, none) && items.Length > 0;
            filled.AddOrUpdate($"{part.GetType().Name}.{property.Name}", isFilled, (_, before) => before || isFilled);
            foreach (object item in items.Where(item => item is Profile or Consent or Goal or DayCount or CheckIn or Answer or Outgoing or Alert or AlertStep))
            {
                Visit(item, filled);
            }
        }
    }
}
