using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.Access;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Lets researchers have people's own words in one export. Only an administrator may, and it is written down who did.</summary>
public sealed partial class ReleaseFreeText(
    SignedIn signedIn, ExportBlobs blobs, FreeTextRelease release, IClock clock, ILogger<ReleaseFreeText> log)
{
    [Function(nameof(ReleaseFreeText))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/exports/{id}/release-free-text")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        if (ExportId.Parse(id) is not { } known || await blobs.ManifestAsync(known, cancellation) is null)
        {
            return Problem.NotFound("There is no complete export of that id. Ask a researcher for the id as the exports page shows it.");
        }

        FreeTextReleased released = await release.ReleaseAsync(known, new FreeTextReleased(by!.Email, clock.GetCurrentInstant()), cancellation);
        LogReleased(known.Text);
        return Results.Json(new FreeTextReleaseItem(known.Text, released.By, released.At), ExportJson.Options);
    }

    [LoggerMessage(LogLevel.Information, "People's own words are released to those who may have export {Export}.")]
    private partial void LogReleased(string export);
}
