using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>The page of snapshots: what there is, how far the one that is compiling has got, and a form that asks for one.</summary>
public sealed class GetExportsPage(Pages pages, Exports exports, ExportBlobs blobs, Study study)
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
            Datasets = FollowUpDatasets.Of(study),
            Study = study,
        });
    }

    [Function("RequestExportOnPage")]
    public async Task<IResult> RequestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "exports")] HttpRequest request, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        (IFormCollection? form, IResult? unfit) = await pages.ReadFormAsync(request, visit, cancellation);
        if (form is null)
        {
            return unfit!;
        }

        await exports.RequestAsync(cancellation);
        return pages.GoTo(WatchedAddress);
    }

    /// <summary>The newest first.</summary>
    private async Task<IReadOnlyList<ExportOnPage>> AllAsync(CancellationToken cancellation)
    {
        List<ExportId> ids = await blobs.IdsAsync(cancellation).Reverse().Take(Most).ToListAsync(cancellation);
        ExportOnPage?[] found = await Task.WhenAll(ids.Select(id => FindAsync(id, cancellation)));
        return [.. found.OfType<ExportOnPage>()];
    }

    private async Task<ExportOnPage?> FindAsync(ExportId id, CancellationToken cancellation) =>
        await blobs.ManifestAsync(id, cancellation) is { } manifest ? new ExportOnPage(Exports.Told(manifest), manifest)
        : await exports.FindAsync(id, cancellation) is { } export ? new ExportOnPage(export, null)
        : null;
}

/// <summary>An export as the page shows it.</summary>
/// <param name="Export">How far it has got.</param>
/// <param name="Manifest">What it holds; null until it is complete.</param>
public sealed record ExportOnPage(Export Export, ExportManifest? Manifest);
