using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Digests;

/// <summary>What the OpenAPI document says of digests.</summary>
internal static class DigestOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Operation.Page("GetDigest", "Page: a week's digest", Role.Practitioner, Role.Supervisor, Role.Administrator) with
        {
            Query =
            [
                new QueryField("week", "The week's first day, such as 2026-03-02; the last seven days where it is left out."),
                new QueryField("agency", "For an administrator: whose team."),
            ],
            Refuses = [400, 404],
        },
    ];
}
