using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Functions.OpenApi;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>How an agency's fidelity is told. Who recorded an assessment isn't.</summary>
/// <param name="Assessments">How many count.</param>
public sealed record FidelityAnswer(
    [property: WordOf(typeof(FidelityLevel))] string Fidelity,
    decimal? Mean,
    IReadOnlyList<FidelityElementItem> Elements,
    int Assessments,
    IReadOnlyList<FidelityRecordItem> Recorded)
{
    public static IResult Of(AgencyFidelity fidelity) => Results.Ok(new FidelityAnswer(
        Words.Of(fidelity.Level),
        Rounded(fidelity.Mean),
        [.. fidelity.Elements.Select(element => new FidelityElementItem(
            element.Id, Rounded(element.Mean), element.Sources.ToDictionary(source => Words.Of(source.Key), source => decimal.Round(source.Value, 4))))],
        fidelity.Assessments.Count,
        [.. fidelity.Assessments.Select(assessment => new FidelityRecordItem(
            assessment.Id, LocalDatePattern.Iso.Format(assessment.On), Words.Of(assessment.Source), assessment.Version))]));

    private static decimal? Rounded(decimal? mean) => mean is { } exact ? decimal.Round(exact, 4) : null;
}
