using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>The body of <see cref="SaveAgency"/>.</summary>
public sealed record AgencyRequest(
    [property: Description("1 to 100 characters.")] string Name,
    [property: AllowedValues("local-authority", "nhs", "third-sector")] string Sector);

/// <summary>The body of <see cref="SaveStaff"/>.</summary>
public sealed record StaffRequest(
    [property: Description("1 to 100 characters.")] string Name,
    [property: Description("An agency that was added before.")] string AgencyId,
    [property: WordOf(typeof(Role))] string Role,
    [property: Description("A mobile number, for alerts by text.")] string? Phone);

/// <summary>A body of <see cref="SaveFidelity"/>: one assessment.</summary>
public sealed record FidelityAssessmentRequest(
    [property: Description("Names the assessment, so that it can be corrected; made up where it is left out.")] string? Id,
    [property: Description("The day of the assessment, today or earlier."), DataType(DataType.Date)] string On,
    [property: WordOf(typeof(FidelitySource))] string Source,
    [property: Description("A score for each element that the study's definition names."), Range(FidelityAssessment.Least, FidelityAssessment.Most)]
    IReadOnlyDictionary<string, int> Scores);

/// <summary>A body of <see cref="SaveFidelity"/>: several assessments, all of them recorded or none.</summary>
public sealed record FidelityAssessmentsRequest(IReadOnlyList<FidelityAssessmentRequest> Assessments);
