using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Privacy;

/// <summary>What stays behind of an erasure: who did it, when, for what reason, and how much went. Nothing in it tells who the person was.</summary>
/// <param name="At">When it began.</param>
/// <param name="By">The address of the administrator, or <c>retention</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="KeptAnswers">Whether coded answers stayed under the pseudonym.</param>
/// <param name="Removed">How much went of what.</param>
/// <param name="CompletedAt">When the last of it was gone; null while it is under way, or was cut short and has to be asked for again.</param>
public sealed record Erasure(Instant At, string By, ErasureReason Reason, bool KeptAnswers, ErasedCounts Removed, Instant? CompletedAt = null)
{
    public static string Write(Erasure erasure) => JsonSerializer.Serialize(erasure, ErasureJson.Default.Erasure);

    /// <exception cref="JsonException">It isn't an erasure.</exception>
    public static Erasure Read(string text) =>
        JsonSerializer.Deserialize(text, ErasureJson.Default.Erasure) ?? throw new JsonException("The erasure is empty.");
}

/// <summary>How much was removed of what.</summary>
/// <param name="Contacts">Rows of the contact store: name, number, address, and the hashes that lead to them.</param>
/// <param name="Messages">Messages to and from the person.</param>
/// <param name="Words">Answers that lost the words in which they came.</param>
/// <param name="CheckIns">Check-ins with all their answers.</param>
/// <param name="Goals">Goals in the person's words.</param>
/// <param name="Notes">Notes of staff.</param>
/// <param name="Alerts">Alerts with all that became of them.</param>
/// <param name="Waiting">Messages that hadn't gone yet and now never do.</param>
/// <param name="Other">Rows of any other kind.</param>
public sealed record ErasedCounts(
    int Contacts = 0, int Messages = 0, int Words = 0, int CheckIns = 0, int Goals = 0, int Notes = 0, int Alerts = 0, int Waiting = 0, int Other = 0)
{
    public static ErasedCounts operator +(ErasedCounts one, ErasedCounts other) => new(
        one.Contacts + other.Contacts, one.Messages + other.Messages, one.Words + other.Words, one.CheckIns + other.CheckIns,
        one.Goals + other.Goals, one.Notes + other.Notes, one.Alerts + other.Alerts, one.Waiting + other.Waiting, one.Other + other.Other);
}

/// <summary>How erasures are written down.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(Erasure))]
internal sealed partial class ErasureJson : JsonSerializerContext;
