using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>
/// Changes a person: load, decide, look at what raises or closes alerts, plan the next wake-up, save. When the race is lost, decide again on what won.
/// A wake-up is on the agenda before the state that needs it is stored, so that a crash leaves one too many, never one too few.
/// </summary>
public sealed class ParticipantChanges(ParticipantStore participants, Agenda agenda, AlertHandover handover, StudyMetrics metrics, Study study, IClock clock)
{
    private const int MaxRaces = 10;

    /// <summary>The present instant of decisions.</summary>
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Changes a person outside a wake-up.</summary>
    /// <returns>Null when nobody has that id.</returns>
    public async Task<Change?> ChangeAsync(ParticipantId id, Func<Participant, Instant, Decision> decide, CancellationToken cancellation)
    {
        for (int races = 0; races < MaxRaces; races++)
        {
            Stored? before = await participants.LoadAsync(id, cancellation);
            if (before is null)
            {
                return null;
            }

            Decision decision = decide(before.Person, Now);
            if (await SaveAsync(before, decision, cancellation) is { } change)
            {
                return change;
            }
        }

        throw new IOException($"{id} changed {MaxRaces} times while a change was tried. Try again.");
    }

    /// <summary>Saves a decision on a state that was loaded before.</summary>
    /// <returns>Null when the race was lost.</returns>
    public async Task<Change?> SaveAsync(Stored before, Decision decision, CancellationToken cancellation)
    {
        Instant? planned = before.Person.WakesAt;
        decision = Alerting.Assess(decision, Now, study);
        Instant? next = Waking.Next(decision, Now, study);
        if (next is { } wake && (planned is null || wake < planned))
        {
            planned = wake;
            await agenda.InsertAsync(new AgendaEntry(decision.Person.Id, wake), cancellation);
        }

        return await CommitAsync(before, decision, planned, cancellation);
    }

    /// <summary>
    /// Saves what a wake-up decided. The agenda row that led to it stays until the caller has done all that follows; only then
    /// the next takes its place.
    /// </summary>
    /// <returns>Null when the race was lost.</returns>
    public Task<Change?> SaveWakeUpAsync(Stored before, Decision decision, CancellationToken cancellation)
    {
        decision = Alerting.Assess(decision, Now, study);
        return CommitAsync(before, decision, Waking.Next(decision, Now, study), cancellation);
    }

    private async Task<Change?> CommitAsync(Stored before, Decision decision, Instant? planned, CancellationToken cancellation)
    {
        decision = decision.With(decision.Person with { WakesAt = planned });
        if (decision.Person == before.Person && decision is { Heard: null, Dispatches.Count: 0, CheckIns.Count: 0 })
        {
            return new Change(before, decision);
        }

        if (await participants.CommitAsync(before, decision, cancellation) is not { } stored)
        {
            return null;
        }

        metrics.Decided(before.Person, decision);
        await handover.HandOverAsync(decision, cancellation);
        return new Change(stored, decision);
    }
}

/// <summary>A decision that is stored.</summary>
/// <param name="After">The state as stored.</param>
/// <param name="Decision">What must follow.</param>
public sealed record Change(Stored After, Decision Decision);
