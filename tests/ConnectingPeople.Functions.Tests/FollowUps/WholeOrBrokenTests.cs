using System.IO.Compression;
using Azure;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>A download that fails midway must not look like a whole one, whatever the host does with a function that failed.</summary>
public sealed class WholeOrBrokenTests
{
    [Theory]
    [InlineData("answers.parquet")]
    [InlineData("report.html")]
    public async Task An_archive_in_which_a_file_is_missing_breaks_off(string file)
    {
        await using App app = await SmallCohort.StartAsync();
        string export = await app.ExportAsync();
        await app.Storage.Exports.DeleteBlobAsync($"{export}/{file}");

        await Assert.ThrowsAsync<HttpRequestException>(() => app.DownloadAsync($"/api/exports/{export}/all.zip"));
    }

    [Fact]
    public async Task What_came_of_an_archive_that_broke_off_cannot_be_opened()
    {
        await using App app = await SmallCohort.StartAsync();
        string export = await app.ExportAsync();
        ExportManifest manifest = (await app.Services.GetRequiredService<ExportBlobs>().ManifestAsync(ExportId.Parse(export)!, CancellationToken.None))!;
        await app.Storage.Exports.DeleteBlobAsync($"{export}/report.html");
        using MemoryStream come = new();

        await Assert.ThrowsAsync<RequestFailedException>(() => app.Services.GetRequiredService<ExportZip>().WriteAsync(manifest, come, CancellationToken.None));

        Assert.NotEqual(0, come.Length);
        Assert.Throws<InvalidDataException>(() => new ZipArchive(come));
    }

    [Fact]
    public async Task What_fails_when_it_has_begun_is_broken_off_and_its_failure_known()
    {
        Response response = new(hasStarted: true);

        await Assert.ThrowsAsync<IOException>(() => new WholeOrBroken(new Failing()).ExecuteAsync(response.Http));

        Assert.True(response.IsAborted);
    }

    [Fact]
    public async Task What_fails_before_it_has_begun_can_still_be_answered()
    {
        Response response = new(hasStarted: false);

        await Assert.ThrowsAsync<IOException>(() => new WholeOrBroken(new Failing()).ExecuteAsync(response.Http));

        Assert.False(response.IsAborted);
    }

    [Fact]
    public async Task What_comes_to_its_end_is_left_alone()
    {
        Response response = new(hasStarted: true);

        await new WholeOrBroken(Results.Empty).ExecuteAsync(response.Http);

        Assert.False(response.IsAborted);
    }

    private sealed class Failing : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new IOException("The blob is gone.");
    }

    /// <summary>An answer on its way to somebody, as far as it has come.</summary>
    private sealed class Response : HttpResponseFeature, IHttpRequestLifetimeFeature
    {
        public Response(bool hasStarted)
        {
            HasStarted = hasStarted;
            Http = new DefaultHttpContext();
            Http.Features.Set<IHttpResponseFeature>(this);
            Http.Features.Set<IHttpRequestLifetimeFeature>(this);
        }

        public HttpContext Http { get; }

        public bool IsAborted { get; private set; }

        public override bool HasStarted { get; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsAborted = true;
    }
}
