using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Study;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>Who takes part in a demonstration. None of them exists.</summary>
/// <param name="Agencies">Which support them.</param>
/// <param name="People">In the order in which they are enrolled.</param>
public sealed record Demonstration(IReadOnlyList<Agency> Agencies, IReadOnlyList<Person> People)
{
    /// <summary>People for a newcomer to meet: three to answer for, one of them by email, four who answer as such people do.</summary>
    public static Demonstration Few { get; } = new(Agency.Few,
    [
        new(new("+447700900001", "Amira Hassan", Agency.Few[0], "mental-health", "Go to the Thursday walking group"), Behaviour.Typed),
        new(new("+447700900002", "Tom Ellis", Agency.Few[1], "learning-disability", "Make a friend at the drama club"), Behaviour.Typed),
        new(new("+447700900003", "Grace Adeyemi", Agency.Few[0], "mental-health", "Volunteer at the community garden"), Behaviour.Engaged),
        new(new("+447700900004", "Daniel Price", Agency.Few[1], "mental-health", "Meet my brother once a week"), Behaviour.Drifting),
        new(new("+447700900005", "Ruth Collins", Agency.Few[0], "mental-health", "Join the library's reading group"), Behaviour.InCrisis),
        new(new("+447700900006", "Owen Blake", Agency.Few[1], "learning-disability", "Play football on Saturdays"), Behaviour.Leaving),
        new(new("+447700900007", "Nadia Rahman", Agency.Few[0], "mental-health", "Cook with my neighbours", "nadia.rahman@example.org"), Behaviour.Typed),
    ]);

    /// <summary>Enrols everybody at once.</summary>
    public async Task EnrolAsync(PhoneSimulator simulator, TextWriter output, CancellationToken cancellation)
    {
        foreach (Person person in People)
        {
            await person.EnrolAsync(simulator, output, cancellation);
        }
    }
}

/// <summary>Somebody who takes part in a demonstration.</summary>
/// <param name="Enrolment">Who they are, and who supports them.</param>
/// <param name="Behaviour">How they answer.</param>
/// <param name="Day">How many days after the demonstration began they are enrolled.</param>
/// <param name="Course">How their months go, for somebody who is <see cref="Behaviour.Living"/>; else null.</param>
public sealed record Person(Enrolment Enrolment, Behaviour Behaviour, int Day = 0, Course? Course = null)
{
    /// <summary>Enrols them, or says why that can't be.</summary>
    /// <returns>Whether they take part now and didn't before.</returns>
    public async Task<bool> EnrolAsync(PhoneSimulator simulator, TextWriter output, CancellationToken cancellation)
    {
        simulator.Phones.Behaving(Enrolment.Phone, Behaviour);
        string? trouble = await simulator.Enrolling.EnrolAsync(Enrolment, cancellation);
        if (trouble is not (null or Enrolling.Already))
        {
            await output.WriteLineAsync($"{Enrolment.Name} couldn't be enrolled for the demonstration: {trouble}");
        }

        return trouble is null;
    }
}
