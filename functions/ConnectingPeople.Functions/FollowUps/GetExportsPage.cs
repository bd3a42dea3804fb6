using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>The page of snapshots: what there is, how far the one that is compiling has got, and a form that asks for one.</summary>
public sealed class GetExportsPage(Pages pages, Exports exports, ExportBlobs blobs, FreeTextRelease release, Study study)
{
    private const string Address = "/exports";

    /// <summary>Those who press the button see the page anew so often, until the snapshot is there or they say that they'd rather not.</summary>
    private const string WatchedAddress = Address + "?watch";
    private const string Seconds = "5";

    /// <summary>More than any study keeps; the list of the API goes on.</summary>
    private const int Most = 100;

    [Function(nameof(GetExportsPage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "exports")] HttpRequest request, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        IReadOnlyList<ExportOnPage> all = await AllAsync(cancellation);
        ExportOnPage? running = all.FirstOrDefault(one => one.Export.IsUnderWay);
        bool isWatched = request.Query.ContainsKey("watch");
        if (isWatched && running is not null)
        {
            request.HttpContext.Response.Headers["Refresh"] = Seconds;
        }

        return pages.Show<ExportsPage>(visit, new
        {
            Running = running,
            Ended = (IReadOnlyList<ExportOnPage>)[.. all.Where(one => !one.Export.IsUnderWay)],
            IsWatched = isWatched,
            Datasets = (IReadOnlyList<IDataset>)[.. FollowUpDatasets.Of(study).Where(dataset => dataset.Name != FreeTextFile.Name)],
            Study = study,
        });
    }

    [Function("RequestExportOnPage")]
    public async Task<IResult> RequestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "exports")] HttpRequest request, CancellationToken cancellation)
    {
        (_, IFormCollection? form, IResult? refusal) = await pages.ReadFormAsync(request, [Role.Researcher], cancellation);
        if (form is null)
        {
            return refusal!;
        }

        await exports.RequestAsync(cancellation);
        return pages.GoTo(WatchedAddress);
    }

    /// <summary>The newest first.</summary>
    private async Task<IReadOnlyList<ExportOnPage>> AllAsync(CancellationToken cancellation)
    {
        IReadOnlyList<ExportId> ids = await blobs.IdsAsync(cancellation);
        ExportOnPage?[] found = await Task.WhenAll(ids.Take(Most).Select(id => FindAsync(id, cancellation)));
        return [.. found.OfType<ExportOnPage>()];
    }

    private async Task<ExportOnPage?> FindAsync(ExportId id, CancellationToken cancellation) =>
        await blobs.ManifestAsync(id, cancellation) is { } manifest
            ? new ExportOnPage(Exports.Told(manifest), manifest, await release.WithholdsAsync(manifest, $"{FreeTextFile.Name}.csv", cancellation))
            : await exports.FindAsync(id, cancellation) is { } export ? new ExportOnPage(export, null, false) : null;
}

/// <summary>An export as the page shows it.</summary>
/// <param name="Export">How far it has got.</param>
/// <param name="Manifest">What it holds; null until it is complete.</param>
/// <param name="WithholdsWords">Whether people's own words in it aren't released.</param>
public sealed record ExportOnPage(Export Export, ExportManifest? Manifest, bool WithholdsWords);
