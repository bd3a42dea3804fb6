namespace ConnectingPeople.Domain.Agencies;

/// <summary>How fully an agency implements the model.</summary>
public enum FidelityLevel
{
    NotAssessed,
    Partial,
    Full,
}

/// <summary>How fully an agency implements the model, and what that comes from.</summary>
/// <param name="Level">The verdict.</param>
/// <param name="Mean">The mean of the elements' means, 1 to 5; null while an element has no score at all.</param>
/// <param name="Elements">Each element of the definition, in its order.</param>
/// <param name="Assessments">What it comes from: each assessment as it stood, by id.</param>
public sealed record AgencyFidelity(
    FidelityLevel Level, decimal? Mean, IReadOnlyList<ElementFidelity> Elements, IReadOnlyList<FidelityAssessment> Assessments);

/// <summary>How far an agency lives up to one element.</summary>
/// <param name="Id">The element.</param>
/// <param name="Mean">The mean of the sources' means, 1 to 5; null when nobody scored it.</param>
/// <param name="Sources">The mean of each source that scored it.</param>
public sealed record ElementFidelity(string Id, decimal? Mean, IReadOnlyDictionary<FidelitySource, decimal> Sources);
