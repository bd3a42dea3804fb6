using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Site;

/// <summary>What the OpenAPI document says of the start of the site and what its pages are made with.</summary>
internal static class SiteOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Operation.Page("GetHome", "Page: the start") with { Answers = [Reply.Html("What this is, for whoever isn't signed in"), Reply.GoOn] },
        new("GetAsset", "Styles and icon of the pages")
        {
            Answers = [new Reply(200, "The file", new Content("text/css"), new Content("image/svg+xml")), new Reply(304, "It hasn't changed")],
            Refuses = [404],
        },
    ];
}
