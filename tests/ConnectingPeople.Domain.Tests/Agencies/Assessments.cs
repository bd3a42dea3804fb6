using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Tests.Agencies;

/// <summary>Assessments of an agency by a definition with two elements.</summary>
public static class Assessments
{
    public static FidelityDefinition Two { get; } = new(4, 2, [new FidelityElement("goals", "Goals"), new FidelityElement("community", "Community")]);

    /// <summary>What a source said of both elements.</summary>
    public static FidelityAssessment By(
        FidelitySource source, int goals, int community, string id = "", int version = 1, string recorded = "2026-01-05T09:00:00Z") =>
        Of(source, new Dictionary<string, int> { ["goals"] = goals, ["community"] = community }, id, version, recorded);

    public static FidelityAssessment Of(
        FidelitySource source, IReadOnlyDictionary<string, int> scores, string id = "", int version = 1, string recorded = "2026-01-05T09:00:00Z") => new()
        {
            Id = id.Length > 0 ? id : $"{source}",
            Version = version,
            On = new LocalDate(2026, 1, 5),
            Source = source,
            Scores = scores,
            RecordedAt = At(recorded),
            RecordedBy = "rae@example.org",
        };

    public static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
