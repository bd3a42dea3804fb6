using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Agencies;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>How an agency's fidelity is told. Who recorded an assessment isn't.</summary>
public static class FidelityAnswer
{
    public static IResult Of(AgencyFidelity fidelity) => Results.Ok(new
    {
        fidelity = Words.Of(fidelity.Level),
        mean = Rounded(fidelity.Mean),
        elements = fidelity.Elements.Select(element => new
        {
            id = element.Id,
            mean = Rounded(element.Mean),
            sources = element.Sources.ToDictionary(source => Words.Of(source.Key), source => Rounded(source.Value)),
        }),
        assessments = fidelity.Assessments.Count,
        recorded = fidelity.Assessments.Select(assessment => new
        {
            id = assessment.Id,
            on = LocalDatePattern.Iso.Format(assessment.On),
            source = Words.Of(assessment.Source),
            version = assessment.Version,
        }),
    });

    private static decimal? Rounded(decimal? mean) => mean is { } exact ? decimal.Round(exact, 4) : null;
}
