using System.Diagnostics.CodeAnalysis;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Which alert of whom.</summary>
public sealed record AlertReference(ParticipantId Participant, string Alert)
{
    /// <summary>As addresses and the API name it: <c>{participant}:{alert}</c>.</summary>
    public static string Of(ParticipantId participant, string alert) => $"{participant}:{alert}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out AlertReference? reference)
    {
        reference = text?.Split(':', 2) is [string participant, { Length: > 0 and <= 100 } alert] && ParticipantId.TryParse(participant, out ParticipantId id)
            ? new AlertReference(id, alert)
            : null;
        return reference is not null;
    }

    public override string ToString() => Of(Participant, Alert);
}
