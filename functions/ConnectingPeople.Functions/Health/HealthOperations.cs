using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Health;

/// <summary>What the OpenAPI document says of the app's health.</summary>
internal static class HealthOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("GetHealth", "Whether the app runs") { Answers = [Reply.Ok<HealthAnswer>("It does")] },
        new("GetReadiness", "Whether the app can do its work")
        {
            Description = "Asks both storage accounts.",
            Answers = [Reply.Ok<HealthAnswer>("It can")],
            Refuses = [503],
        },
        Operation.Page("GetServiceHealthPage", "Page: whether the work is done, and what was put aside", Role.Administrator),
        Operation.Form("TryPoisonAgainOnPage", "Form: try again what was put aside", Role.Administrator),
    ];
}
