using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Study;

namespace ConnectingPeople.Local.Launcher;

/// <summary>People for a newcomer to meet: three to answer for, one of them by email, four who answer as such people do. None of them exists.</summary>
public static class Demonstration
{
    private static readonly (string Phone, string Name, Behaviour Behaviour, string Agency, string ClientGroup, string Goal, string? Email)[] People =
    [
        ("+447700900001", "Amira Hassan", Behaviour.Typed, "riverside", "mental-health", "Go to the Thursday walking group", null),
        ("+447700900002", "Tom Ellis", Behaviour.Typed, "hillview", "learning-disability", "Make a friend at the drama club", null),
        ("+447700900003", "Grace Adeyemi", Behaviour.Engaged, "riverside", "mental-health", "Volunteer at the community garden", null),
        ("+447700900004", "Daniel Price", Behaviour.Drifting, "hillview", "mental-health", "Meet my brother once a week", null),
        ("+447700900005", "Ruth Collins", Behaviour.InCrisis, "riverside", "mental-health", "Join the library's reading group", null),
        ("+447700900006", "Owen Blake", Behaviour.Leaving, "hillview", "learning-disability", "Play football on Saturdays", null),
        ("+447700900007", "Nadia Rahman", Behaviour.Typed, "riverside", "mental-health", "Cook with my neighbours", "nadia.rahman@example.org"),
    ];

    public static async Task EnrolAsync(PhoneSimulator simulator, TextWriter output, CancellationToken cancellation)
    {
        foreach ((string phone, string name, Behaviour behaviour, string agency, string clientGroup, string goal, string? email) in People)
        {
            simulator.Phones.Behaving(phone, behaviour);
            string? trouble = await simulator.Enrolling.EnrolAsync(new Enrolment(phone, name, Agency.At(agency), clientGroup, goal, email), cancellation);
            if (trouble is not (null or Enrolling.Already))
            {
                await output.WriteLineAsync($"{name} couldn't be enrolled for the demonstration: {trouble}");
            }
        }
    }
}
