using System.Text.Json.Nodes;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;
using ConnectingPeople.Functions.Requests;
using Microsoft.Net.Http.Headers;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>What the OpenAPI document says of exports.</summary>
internal static class FollowUpOperations
{
    private static readonly string[] Endings = [".csv", ".parquet", ".html", ".zip"];

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
            Description = "manifest.json describes the others, all.zip holds them all. People's own words are withheld (403) until an administrator releases them to that export.",
            Roles = [Role.Researcher],
            Query = [new QueryField("view", "With report.html: shown instead of saved.")],
            Answers = [new Reply(200, "The file", [.. Files])],
            Refuses = [404],
        },
        new("ReleaseFreeText", "Let researchers have people's own words in one export")
        {
            Description = "For good. It is written down who did; again it answers who was first.",
            Roles = [Role.Administrator],
            Answers = [Reply.Ok<FreeTextReleaseItem>("Who released them, and when", ExportJson.Options)],
            Refuses = [404],
        },
        Operation.Page("GetExportsPage", "Page: exports", Role.Researcher),
        Operation.Form("RequestExportOnPage", "Form: ask for an export", Role.Researcher) with { Refuses = [] },
    ];

    /// <summary>Every kind of file that an export holds.</summary>
    private static IEnumerable<Content> Files =>
    [
        new("application/json", typeof(ExportManifest), typeof(JsonObject)) { Options = ExportJson.Options },
        .. Endings.Select(ending => new Content(MediaTypeHeaderValue.Parse(FileName.ContentType(ending)).MediaType.Value!)),
    ];
}
