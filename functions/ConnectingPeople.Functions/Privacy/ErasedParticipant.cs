using System.ComponentModel.DataAnnotations;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>What is left of somebody who was erased: the pseudonym, and the note of it.</summary>
public sealed record ErasedParticipant(ErasedSummary Participant, ErasureAnswer Erasure)
{
    public static ErasedParticipant Of(ParticipantId id, Erasure erasure) => new(new ErasedSummary(id.Text, "erased"), ErasureAnswer.Of(id, erasure));
}

/// <summary>The place of a participant's summary.</summary>
public sealed record ErasedSummary(string Id, [property: AllowedValues("erased")] string Status);
