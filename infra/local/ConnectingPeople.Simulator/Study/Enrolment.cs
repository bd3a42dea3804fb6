namespace ConnectingPeople.Simulator.Study;

/// <summary>Whom to enrol with a phone.</summary>
/// <param name="Phone">In E.164.</param>
/// <param name="Name">As their worker knows them.</param>
/// <param name="Agency">Which supports them.</param>
/// <param name="ClientGroup"><c>mental-health</c> or <c>learning-disability</c>.</param>
/// <param name="Goal">In their own words.</param>
/// <param name="Email">The inbox that check-ins go to; null for somebody who is texted.</param>
public sealed record Enrolment(string Phone, string Name, Agency Agency, string ClientGroup, string Goal, string? Email = null)
{
    /// <summary>Who works with them; null for the agency's first practitioner.</summary>
    public Staff? Practitioner { get; init; }

    public string Language { get; init; } = "en-GB";

    /// <summary>Such as <c>35-44</c>; null for not said.</summary>
    public string? AgeBand { get; init; }

    /// <summary>In their own word; null for not said.</summary>
    public string? Gender { get; init; }

    /// <summary>Such as <c>tuesday</c>; null for the study's own.</summary>
    public string? CheckInDay { get; init; }

    /// <summary>Such as <c>18:00</c>; null for the study's own.</summary>
    public string? CheckInTime { get; init; }
}
