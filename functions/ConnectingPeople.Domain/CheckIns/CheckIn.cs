using System.Text.Json.Serialization;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>One sending of a questionnaire to one person, with what became of it.</summary>
public sealed record CheckIn
{
    /// <summary><c>{schedule or wave}-{local day due}</c>, so that an occurrence can exist once only.</summary>
    public required string Id { get; init; }

    public required string Questionnaire { get; init; }

    /// <summary>The questionnaire's version when it was asked.</summary>
    public required int Version { get; init; }

    /// <summary>The wave it measures; null for an ordinary check-in.</summary>
    public string? Wave { get; init; }

    /// <summary>The goal that its goal question is about.</summary>
    public string? Goal { get; init; }

    public required Instant DueAt { get; init; }

    /// <summary>When it stops to hold the conversation; equal to <see cref="ClosesAt"/> for an ordinary check-in.</summary>
    public Instant TalksUntil { get; init; }

    /// <summary>When it stops to take answers.</summary>
    public required Instant ClosesAt { get; init; }

    /// <summary>When its first question was first tried to be sent; null for one that is asked in an interview.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>When something last passed between us and the person about it.</summary>
    public Instant? LastWordAt { get; init; }

    public Instant? FirstReplyAt { get; init; }

    public Instant? CompletedAt { get; init; }

    public Instant? ClosedAt { get; init; }

    public CheckInStatus Status { get; init; }

    /// <summary>How many reminders went.</summary>
    public int Reminders { get; init; }

    /// <summary>Whether a worrying message came: nothing cheerful follows by itself, so no reminders.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether the provider said that its first question can't arrive.</summary>
    public bool Undelivered { get; init; }

    /// <summary>The question that waits for an answer; null when none is left.</summary>
    public string? Question { get; init; }

    /// <summary>
    /// The question that a text message put to the person last; null when none did. Only while it is the waiting one does a text
    /// message answer it: a form, or an interview, may have gone on meanwhile.
    /// </summary>
    public string? Texted { get; init; }

    /// <summary>How often the waiting question was answered in a way that wasn't understood.</summary>
    public int Misunderstood { get; init; }

    /// <summary>In the order in which they came; null is taken as none, which is what the serializer makes of a document without them.</summary>
    public IReadOnlyList<Answer> Answers { get; init => field = value ?? []; } = [];

    /// <summary>
    /// What was answered too and doesn't hold, because an interview says otherwise or an earlier answer makes the question pointless:
    /// see <see cref="Holding"/>. At most one answer of an interview and one of the person's own for each question.
    /// </summary>
    public IReadOnlyList<Answer> Overridden { get; init => field = value ?? []; } = [];

    /// <summary>Whether it was sent and every question that was worth asking has come to its end, by an answer or by being left.</summary>
    [JsonIgnore]
    public bool IsThrough => SentAt is not null && Question is null && Answers.Count > 0;
}

public enum CheckInStatus
{
    Open,
    Completed,
    Partial,
    Missed,
    Undelivered,
    Cancelled,
}

/// <summary>What came of one question: what was understood, beside what came.</summary>
/// <param name="Question">Its id.</param>
/// <param name="Outcome">Whether it was answered.</param>
/// <param name="Value">As datasets hold it; null unless answered.</param>
/// <param name="Label">The value's label, where it has one.</param>
/// <param name="Raw">The reply that settled it, to the letter.</param>
/// <param name="Attempts">Replies it took, at least 1.</param>
/// <param name="At">When the reply came.</param>
/// <param name="Source">How the answer came.</param>
public sealed record Answer(
    string Question,
    AnswerOutcome Outcome,
    string? Value,
    string? Label,
    string? Raw,
    int Attempts,
    Instant At,
    AnswerSource Source = AnswerSource.Sms);

public enum AnswerOutcome
{
    Answered,
    Refused,
    NotUnderstood,
}

public enum AnswerSource
{
    Sms,
    EmailForm,
    Interview,
}
