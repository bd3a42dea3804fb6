using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;

namespace ConnectingPeople.Domain.Participants;

/// <summary>
/// All that decisions about one person need: one JSON document, read before each decision and stored, with what the decision
/// adds, in one atomic batch after it.
/// </summary>
/// <remarks>Lists and maps take null as empty: that is what the serializer makes of a document without them.</remarks>
public sealed record Participant
{
    public required ParticipantId Id { get; init; }

    public required Profile Profile { get; init; }

    public Status Status { get; init; }

    /// <summary>When <see cref="Status"/> last changed.</summary>
    public Instant StatusAt { get; init; }

    /// <summary>The end of a pause; null while there is none, or it ends only when somebody ends it.</summary>
    public Instant? PausedUntil { get; init; }

    public OptIn OptIn { get; init; }

    /// <summary>The provider's error code that says messages can't reach this person; null while they can.</summary>
    public string? Unreachable { get; init; }

    /// <summary>Goals being worked on, oldest first.</summary>
    public IReadOnlyList<Goal> Goals { get; init => field = value ?? []; } = [];

    /// <summary>How many goals the person ever had; the next one's id counts on.</summary>
    public int GoalsEver { get; init; }

    /// <summary>Check-ins and waves that still take answers.</summary>
    public IReadOnlyList<CheckIn> CheckIns { get; init => field = value ?? []; } = [];

    /// <summary>The check-in whose question the next message answers: one conversation at a time.</summary>
    public string? Talking { get; init; }

    /// <summary>For each schedule and wave, the local day of the last occurrence that was started, skipped or passed over.</summary>
    public IReadOnlyDictionary<string, LocalDate> Handled { get; init => field = value ?? ReadOnlyDictionary<string, LocalDate>.Empty; } = ReadOnlyDictionary<string, LocalDate>.Empty;

    /// <summary>How many messages that are no direct reply went on the latest local day with any.</summary>
    public DayCount Sent { get; init; }

    /// <summary>Messages on their way: claimed and not yet recorded, or waiting to be tried.</summary>
    public IReadOnlyList<Outgoing> Outbox { get; init => field = value ?? []; } = [];

    /// <summary>The local day on which a message outside a conversation was last acknowledged, so that it is once a day.</summary>
    public LocalDate? NotedOn { get; init; }

    /// <summary>The id of the last alert that each rule raised.</summary>
    public IReadOnlyDictionary<string, string> Raised { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Alerts that nobody has resolved and whose cause hasn't gone away, oldest first.</summary>
    public IReadOnlyList<Alert> Alerts { get; init => field = value ?? []; } = [];

    /// <summary>For each rule whose cause is there, which cause: one that was raised already isn't raised again.</summary>
    public IReadOnlyDictionary<string, string> Causes { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How earlier check-ins ended.</summary>
    public PastCheckIns Past { get; init => field = value ?? PastCheckIns.None; } = PastCheckIns.None;

    /// <summary>When the person last wrote to us, or was in touch otherwise; null while they haven't.</summary>
    public Instant? HeardAt { get; init; }

    /// <summary>The earliest wake-up that the agenda holds for this person; null for none.</summary>
    public Instant? WakesAt { get; init; }

    /// <summary>Since when nobody can tell any more who this is, because the study keeps identities no longer; null while the contact store knows.</summary>
    public Instant? NamelessSince { get; init; }

    /// <summary>When the person was erased at their request; null for everybody else. Nothing in the app finds such a person but what tells of the erasure.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>Whether a message that is no direct reply may go to the person at all, whatever the hour.</summary>
    [JsonIgnore]
    public bool MayBeWrittenTo => Status == Status.Active && OptIn == OptIn.In && Unreachable is null;

    /// <summary>The check-in in conversation.</summary>
    [JsonIgnore]
    public CheckIn? Conversation => Talking is null ? null : CheckIns.FirstOrDefault(checkIn => checkIn.Id == Talking);

    /// <summary>The open alert of that id; null when it isn't open.</summary>
    public Alert? Find(string alert) => Alerts.FirstOrDefault(open => open.Id == alert);

    /// <summary>The person with an alert new, changed, or gone when it is resolved now.</summary>
    public Participant With(Alert changed)
    {
        List<Alert> open = [.. Alerts];
        int place = open.FindIndex(alert => alert.Id == changed.Id);
        open.RemoveRange(Math.Max(place, 0), place < 0 ? 0 : 1);
        if (changed.State != AlertState.Resolved)
        {
            open.Insert(place < 0 ? open.Count : place, changed);
        }

        return this with { Alerts = open };
    }

    /// <summary>The person with one open check-in replaced, or ended when it is closed now.</summary>
    public Participant With(CheckIn changed)
    {
        List<CheckIn> open = new(CheckIns.Count + 1);
        open.AddRange(CheckIns.Where(checkIn => checkIn.Id != changed.Id));
        if (changed.Status == CheckInStatus.Open)
        {
            open.Add(changed);
        }

        return this with { CheckIns = open, Talking = Talking == changed.Id && changed.Status != CheckInStatus.Open ? null : Talking };
    }

    /// <summary>The person with that occurrence of a schedule or wave dealt with.</summary>
    public Participant WithHandled(string schedule, LocalDate day) =>
        this with { Handled = new Dictionary<string, LocalDate>(Handled) { [schedule] = day } };
}

/// <summary>Where a person stands in the study.</summary>
public enum Status
{
    Active,
    Paused,
    Withdrawn,
}

/// <summary>Whether the person takes messages from us. Only START or a practitioner's recorded consent undoes <see cref="Out"/>.</summary>
public enum OptIn
{
    In,
    Out,
}

/// <summary>Something a person works towards, in their words.</summary>
/// <param name="Id">Unique for the person: <c>g1</c>, <c>g2</c>, …</param>
/// <param name="Text">1 to 200 characters.</param>
/// <param name="SetOn">The local day.</param>
/// <param name="RatedAt">When an answer last rated it.</param>
public sealed record Goal(string Id, string Text, LocalDate SetOn, Instant? RatedAt = null);

/// <summary>How many on one local day.</summary>
public readonly record struct DayCount(LocalDate Day, int Count);
