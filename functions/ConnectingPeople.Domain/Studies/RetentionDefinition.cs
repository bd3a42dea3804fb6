namespace ConnectingPeople.Domain.Studies;

/// <summary>How long personal data is kept. Each period is whole days, months or years, counted in UTC.</summary>
/// <param name="Mode">Whether what is over is deleted, or only counted in the log.</param>
/// <param name="UnknownNumbers">What numbers that nobody is enrolled with wrote, from each message on.</param>
/// <param name="Words">Messages, answers and notes in people's own words, from when they were written; codes and numbers stay.</param>
/// <param name="Identity">Name, number and address, from the day on which somebody left the study.</param>
/// <param name="Records">All that is left, from the same day; never shorter than <paramref name="Identity"/>.</param>
public sealed record RetentionDefinition(RetentionMode Mode, Period UnknownNumbers, Period Words, Period Identity, Period Records)
{
    /// <summary>What was written, or who left, at or before this instant has been kept for that long.</summary>
    public static Instant Before(Instant now, Period kept) => (now.InUtc().LocalDateTime - kept).InUtc().ToInstant();
}

/// <summary>What the retention timer does with what is over.</summary>
public enum RetentionMode
{
    /// <summary>Counts it in the log and leaves it where it is.</summary>
    Report,

    /// <summary>Deletes it.</summary>
    Delete,
}
