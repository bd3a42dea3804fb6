using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Simulator.Cohort;
using NodaTime;
using NodaTime.Text;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>
/// What those say who are asked how an agency works: service users, practitioners and an observer, as in the pilot. Where the model
/// is implemented in part, it is the community, strengths and relationships that fall behind, as its summary tells.
/// </summary>
public static class FidelityVisit
{
    private static readonly string[] FallBehind = ["community-engaged", "strengths-assessed", "relationships-supported", "agency-allows"];

    private static readonly FidelitySource[] Everybody =
        [FidelitySource.Observer, FidelitySource.Practitioner, FidelitySource.Practitioner, FidelitySource.ServiceUser, FidelitySource.ServiceUser];

    /// <summary>The assessments that a visit brings home; where an agency wasn't assessed, at most its practitioners' own.</summary>
    /// <param name="level">How fully the agency implements the model.</param>
    /// <param name="definition">The elements.</param>
    /// <param name="on">The day.</param>
    /// <param name="chance">The agency's.</param>
    public static IReadOnlyList<FidelityForm> Of(FidelityLevel level, FidelityDefinition definition, LocalDate on, Chance chance)
    {
        string day = LocalDatePattern.Iso.Format(on);
        IEnumerable<FidelitySource> asked = level != FidelityLevel.NotAssessed ? Everybody
            : chance.Of("practitioner alone") < 0.5 ? [FidelitySource.Practitioner]
            : [];
        return [.. asked.Select((source, nth) => new FidelityForm("", $"{day}-{nth + 1}", on, source, definition.Elements.ToDictionary(
            element => element.Id, element => Score(level, element.Id, chance, $"{day} {nth} {element.Id}"))))];
    }

    private static int Score(FidelityLevel level, string element, Chance chance, string draw)
    {
        double middle = level == FidelityLevel.Full ? 4.5 : FallBehind.Contains(element) ? 2.5 : 3.4;
        double said = middle + (0.5 * chance.Normal(draw));
        return Math.Clamp((int)Math.Round(said, MidpointRounding.AwayFromZero), FidelityAssessment.Least, FidelityAssessment.Most);
    }
}
