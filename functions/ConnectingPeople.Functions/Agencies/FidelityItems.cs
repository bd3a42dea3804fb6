using System.ComponentModel.DataAnnotations;
using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>How fully an agency implements one element of the model.</summary>
public sealed record FidelityElementItem(string Id, decimal? Mean, IReadOnlyDictionary<string, decimal> Sources);

/// <summary>An assessment that was recorded.</summary>
public sealed record FidelityRecordItem(
    string Id, [property: DataType(DataType.Date)] string On, [property: WordOf(typeof(FidelitySource))] string Source, int Version);
