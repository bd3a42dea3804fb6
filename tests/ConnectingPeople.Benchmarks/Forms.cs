using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Benchmarks;

/// <summary>Forms that benchmarks enrol people with.</summary>
internal static class Forms
{
    public static EnrolmentForm Amira { get; } = new()
    {
        Name = "Amira Khan",
        Phone = "+447700900123",
        Channel = "sms",
        AgencyId = "north",
        PractitionerEmail = "pat@example.org",
        ClientGroup = "mental-health",
        ConsentGivenOn = "2026-01-02",
        ConsentVersion = "1",
        Goals = ["Join the walking group"],
        CheckInDay = "thursday",
        CheckInTime = "11:00",
    };
}
