using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Agencies;

/// <summary>
/// Brings together what different sources say of an agency, as the pilot did: "fidelity to the intervention was evaluated by
/// triangulating responses to a structured interview administered to service users and practitioners with researcher observations
/// of practice" (Evaluation of the Connecting People Intervention, NIHR School for Social Care Research). The pilot's summary
/// gives no formula; this one is the project's own.
/// </summary>
/// <remarks>
/// An element's mean is the mean over sources of each source's own mean, so that ten service users don't outweigh one observer.
/// The agency's mean is the mean of the elements' means. It is <see cref="FidelityLevel.Full"/> from the definition's threshold
/// on, else <see cref="FidelityLevel.Partial"/>; and <see cref="FidelityLevel.NotAssessed"/> while any element has been scored by
/// fewer different sources than the definition asks for. So an element that nobody scored leaves the agency not assessed: to pass
/// over it could call an agency full of which nobody knows the whole, and to count it as the least score would make up a finding.
/// </remarks>
public static class Triangulation
{
    /// <summary>Means that are equal as fractions are equal here, whatever their thirds lost in the last of 28 digits.</summary>
    private const int Decimals = 12;

    /// <summary>How fully an agency implemented the model as far as was known at an instant.</summary>
    /// <param name="history">All versions of all the agency's assessments, in any order.</param>
    /// <param name="asOf">Later versions don't count; what was recorded at this very instant does.</param>
    /// <param name="definition">The elements, the threshold and how many sources it takes.</param>
    public static AgencyFidelity Of(IEnumerable<FidelityAssessment> history, Instant asOf, FidelityDefinition definition)
    {
        List<FidelityAssessment> known =
        [
            .. history.Where(version => version.RecordedAt <= asOf)
                .GroupBy(version => version.Id)
                .Select(versions => versions.MaxBy(version => version.Version)!)
                .OrderBy(assessment => assessment.Id, StringComparer.Ordinal),
        ];
        List<ElementFidelity> elements = [.. definition.Elements.Select(element => Of(element.Id, known))];
        decimal? mean = elements.All(element => element.Mean is not null)
            ? decimal.Round(elements.Average(element => element.Mean!.Value), Decimals)
            : null;
        FidelityLevel level = elements.Any(element => element.Sources.Count < definition.Sources) ? FidelityLevel.NotAssessed
            : mean >= definition.Full ? FidelityLevel.Full
            : FidelityLevel.Partial;
        return new AgencyFidelity(level, mean, elements, known);
    }

    private static ElementFidelity Of(string element, List<FidelityAssessment> known)
    {
        Dictionary<FidelitySource, decimal> sources = known
            .Where(assessment => assessment.Scores.ContainsKey(element))
            .GroupBy(assessment => assessment.Source)
            .OrderBy(source => source.Key)
            .ToDictionary(source => source.Key, source => source.Average(assessment => (decimal)assessment.Scores[element]));
        return new ElementFidelity(element, sources.Count == 0 ? null : sources.Values.Average(), sources);
    }
}
