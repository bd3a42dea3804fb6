using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>Counts participants into the stages of <see cref="FlowFile"/>, from several threads at once.</summary>
public sealed class FlowTally(Study study)
{
    private static readonly FlowStage[] Stages = Enum.GetValues<FlowStage>();

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (FidelityLevel Fidelity, int[] Counts)> agencies = new(StringComparer.Ordinal);
    private readonly WaveDefinition? followUp = study.Waves.FirstOrDefault(wave => wave.Id == WaveDefinition.NineMonth);

    /// <summary>All stages of all agencies that somebody was counted for.</summary>
    public IReadOnlyList<FlowRow> Rows()
    {
        lock (gate)
        {
            return
            [
                .. from agency in agencies
                   from stage in Stages
                   select new FlowRow(stage, agency.Key, agency.Value.Fidelity, agency.Value.Counts[(int)stage]),
            ];
        }
    }

    /// <summary>Counts a person once, as of the instant that the history is seen at.</summary>
    public void Add(ParticipantHistory person)
    {
        List<FlowStage> reached = [.. Reached(person)];
        lock (gate)
        {
            string agency = person.Person.Profile.AgencyId;
            if (!agencies.TryGetValue(agency, out (FidelityLevel Fidelity, int[] Counts) known))
            {
                agencies[agency] = known = (person.Fidelity, new int[Stages.Length]);
            }

            reached.ForEach(stage => known.Counts[(int)stage]++);
        }
    }

    private IEnumerable<FlowStage> Reached(ParticipantHistory person)
    {
        yield return FlowStage.Enrolled;
        if (HasAnswered(person, WaveDefinition.Baseline))
        {
            yield return FlowStage.Baseline;
        }

        WaveWindow? window = followUp is null ? null : WaveWindow.Of(followUp, person.Person.Profile);
        if (window?.Opens <= person.SeenAt)
        {
            yield return FlowStage.NineMonthDue;
        }

        if (HasAnswered(person, WaveDefinition.NineMonth))
        {
            yield return FlowStage.NineMonth;
        }
        else if (person.Standing == Standing.Withdrawn)
        {
            yield return FlowStage.Withdrawn;
        }
        else if (window?.Closes <= person.SeenAt)
        {
            yield return FlowStage.Lost;
        }
    }

    private static bool HasAnswered(ParticipantHistory person, string wave) =>
        person.CheckIns.Any(checkIn => checkIn.Wave == wave && WaveWindow.AnsweredAt(checkIn) is not null);
}
