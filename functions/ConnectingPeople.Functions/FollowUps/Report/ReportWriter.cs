using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ConnectingPeople.Functions.FollowUps.Report;

/// <summary>
/// Writes <c>report.html</c> of an export from the export's own files, so that anybody can compute its figures again from these. One file
/// that needs nothing else: no script, no address, its styles and drawings within. The same files give the same bytes.
/// </summary>
public sealed class ReportWriter(IServiceProvider services, ILoggerFactory loggers)
{
    public const string FileName = "report.html";

    /// <summary>
    /// The policy that a report must be served with: it holds its styles itself, unlike the site's pages, and needs nothing else. It
    /// says most of this itself too, for whoever opens it from a disk.
    /// </summary>
    public const string ContentSecurityPolicy = OwnPolicy + "; frame-ancestors 'none'";

    internal const string OwnPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <param name="open">
    /// Gives one of the export's files by its name, such as <c>check_ins.csv</c>, from its start; null where the export has no such file,
    /// of which the report then says that there is nothing. A file may be opened more than once. The report disposes of the streams.
    /// </param>
    /// <param name="head">What doesn't stand in the files.</param>
    /// <param name="output">Where the report goes, in UTF-8; stays open.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="FormatException">A cell isn't what its column holds; says the file, the row and the column.</exception>
    public async Task WriteAsync(Func<string, CancellationToken, Task<Stream?>> open, ReportHead head, Stream output, CancellationToken cancellation)
    {
        Findings findings = await new ReportReading(open, head, cancellation).ReadAsync();
        string html = await RenderAsync(head, findings);
        await output.WriteAsync(Encoding.UTF8.GetBytes(html), cancellation);
    }

    private async Task<string> RenderAsync(ReportHead head, Findings findings)
    {
        ParameterView parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(ReportPage.Head)] = head,
            [nameof(ReportPage.Findings)] = findings,
        });
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        await using HtmlRenderer renderer = new(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportPage>(parameters)).ToHtmlString());
    }
}
