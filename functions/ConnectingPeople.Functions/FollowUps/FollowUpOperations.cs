using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>What the OpenAPI document says of exports.</summary>
internal static class FollowUpOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("RequestExport", "Ask for an export of the follow-up datasets")
        {
            Description = "As of now. While one is under way that one is answered. Ask at Location how far it has got.",
            Roles = [Role.Researcher],
            Answers = [new Reply(202, "The export, which is being made", Content.Json<ExportRequested>(ExportJson.Options)) { HasLocation = true }],
        },
        new("ListExports", "Exports, the newest first")
        {
            Roles = [Role.Researcher],
            Query = [QueryField.After],
            Answers = [Reply.Ok<Listing<Export>>("Part of the exports, without their files", ExportJson.Options)],
        },
        new("GetExport", "How far an export has got, and its files")
        {
            Roles = [Role.Researcher],
            Answers = [Reply.Ok<Export>("The export", ExportJson.Options)],
            Refuses = [404],
        },
        new("GetExportFile", "One file of an export")
        {
            Description = "People's own words are withheld (403) until an administrator releases them to that export.",
            Roles = [Role.Researcher],
            Answers = [new Reply(200, "The file; manifest.json describes the others", Content.Json<ExportManifest>(ExportJson.Options), new Content("text/csv"))],
            Refuses = [404],
        },
        new("ReleaseFreeText", "Let researchers have people's own words in one export")
        {
            Description = "For good. It is written down who did; again it answers who was first.",
            Roles = [Role.Administrator],
            Answers = [Reply.Ok<FreeTextReleaseItem>("Who released them, and when", ExportJson.Options)],
            Refuses = [404],
        },
    ];
}
