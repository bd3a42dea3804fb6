using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Agencies;

/// <summary>Assesses agencies as a researcher would.</summary>
public static class Assessing
{
    public const string North = "/api/agencies/north/fidelity";

    /// <summary>An assessment that scores every element of the shipped definition alike.</summary>
    public static Dictionary<string, object?> Assessment(this App app, string source, int score, string on = "2026-01-02") => new()
    {
        ["on"] = on,
        ["source"] = source,
        ["scores"] = app.Services.GetRequiredService<Study>().Fidelity.Elements.ToDictionary(element => element.Id, _ => (object)score),
    };

    public static Dictionary<string, object?> With(this Dictionary<string, object?> assessment, string field, object? value)
    {
        assessment[field] = value;
        return assessment;
    }

    /// <summary>What the answer says in short: level, mean, number of assessments.</summary>
    public static string Said(this Answer answer) => answer.Status == System.Net.HttpStatusCode.OK
        ? $"{answer.Json.GetProperty("fidelity")} {answer.Json.GetProperty("mean")} {answer.Json.GetProperty("assessments")}"
        : $"{answer.Status} {answer.Text}";
}
