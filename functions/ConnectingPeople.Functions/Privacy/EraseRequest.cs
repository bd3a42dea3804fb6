using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>The body of <see cref="EraseParticipant"/>.</summary>
public sealed record EraseRequest(
    [property: Description("Why, where somebody says it."), AllowedValues("participant-asked", "representative-asked", "enrolled-by-mistake")] string? Reason,
    [property: Description("What becomes of coded answers: as the consent says where it is left out."), AllowedValues("as-consented", "erase")] string? Answers);
