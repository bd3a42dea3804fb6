namespace ConnectingPeople.Domain.Agencies;

/// <summary>
/// What one source said, on one day, of how far an agency lives up to each element of the model: one version of it, since a
/// correction is a further version and the earlier ones stay.
/// </summary>
public sealed record FidelityAssessment
{
    /// <summary>The least score: not at all.</summary>
    public const int Least = 1;

    /// <summary>The highest score: throughout.</summary>
    public const int Most = 5;

    /// <summary>Names it among the agency's assessments.</summary>
    public required string Id { get; init; }

    /// <summary>1 for what was recorded first, one more for each correction.</summary>
    public required int Version { get; init; }

    /// <summary>The day of the interview or observation.</summary>
    public required LocalDate On { get; init; }

    public required FidelitySource Source { get; init; }

    /// <summary>From <see cref="Least"/> to <see cref="Most"/> by the element's id.</summary>
    public required IReadOnlyDictionary<string, int> Scores { get; init; }

    /// <summary>When this version came to be known.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who recorded it: an address, which leaves storage for nobody.</summary>
    public required string RecordedBy { get; init; }

    public override string ToString() => $"{Id} version {Version}";
}

/// <summary>Who says how the model is implemented; the pilot asked all three.</summary>
public enum FidelitySource
{
    /// <summary>A structured interview with somebody the agency supports.</summary>
    ServiceUser,

    /// <summary>A structured interview with somebody who works there.</summary>
    Practitioner,

    /// <summary>A researcher who watched practice.</summary>
    Observer,
}
