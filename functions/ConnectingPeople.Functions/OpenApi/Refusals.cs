using System.Text.Json.Nodes;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>How operations refuse: with problem details (RFC 9457), pages with a page.</summary>
internal static class Refusals
{
    private static readonly SortedDictionary<int, string> Words = new()
    {
        [400] = "Something is wrong with what was sent: each field that is wrong is named, with what to do",
        [401] = "Nobody is signed in",
        [403] = "It is for other roles, or isn't proven",
        [404] = "There is no such thing, or it is somebody else's: nobody learns which",
        [409] = "It can't be done as things are",
        [413] = "More was sent than can be taken",
        [429] = "Too many pages at once: wait as long as Retry-After says",
        [503] = "Not available: authentication isn't switched on, or storage doesn't answer",
    };

    /// <summary>The status codes with which an operation may refuse.</summary>
    public static IEnumerable<int> Of(Operation operation)
    {
        int[] unproven = operation switch
        {
            { Roles.Count: > 0, IsPage: true } => [403, 503],
            { Roles.Count: > 0 } => [401, 403, 503],
            { Proof: not null } => [403],
            _ => [],
        };
        int[] unfit = operation switch
        {
            { Takes: null } => [],
            { Proof: SecuritySchemes.Twilio } => [400],
            _ => [400, 413],
        };
        return unproven.Concat(unfit).Concat(operation.Refuses).Distinct().Order();
    }

    public static JsonObject Refer(int status, bool isPage) => new() { ["$ref"] = $"#/components/responses/{NameOf(status, isPage)}" };

    /// <summary>All refusals, to be referred to.</summary>
    /// <param name="problem">The schema of problem details.</param>
    public static JsonObject Components(JsonObject problem)
    {
        JsonObject all = [];
        foreach ((int status, string words) in Words)
        {
            all[NameOf(status, isPage: false)] = Response(words, "application/problem+json", new JsonObject { ["schema"] = problem.DeepClone() });
            all[NameOf(status, isPage: true)] = Response($"{words}. A page says so", "text/html", []);
        }

        return all;
    }

    private static string NameOf(int status, bool isPage) => $"{(isPage ? "Page" : "Problem")}{status}";

    private static JsonObject Response(string words, string mediaType, JsonObject content) =>
        new() { ["description"] = words + ".", ["content"] = new JsonObject { [mediaType] = content } };
}
