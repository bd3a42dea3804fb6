using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>What an administrator is told of somebody who was erased.</summary>
/// <param name="Id">The pseudonym.</param>
/// <param name="Status"><c>erased</c>, or <c>erasing</c> while some is still to go.</param>
/// <param name="At">When it began.</param>
/// <param name="By">Who did it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Answers"><c>kept</c> for coded answers under the pseudonym, or <c>erased</c>.</param>
/// <param name="Removed">How much went of what.</param>
/// <param name="CompletedAt">When the last of it was gone.</param>
public sealed record ErasureAnswer(
    string Id, string Status, Instant At, string By, string Reason, string Answers, ErasedCounts Removed, Instant? CompletedAt)
{
    public static ErasureAnswer Of(ParticipantId id, Erasure erasure) => new(
        id.Text,
        erasure.CompletedAt is null ? "erasing" : "erased",
        erasure.At,
        erasure.By,
        Domain.Words.Of(erasure.Reason),
        erasure.KeptAnswers ? "kept" : "erased",
        erasure.Removed,
        erasure.CompletedAt);
}
