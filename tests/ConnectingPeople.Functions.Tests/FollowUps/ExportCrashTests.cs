using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Studies;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace ConnectingPeople.Functions.Tests.FollowUps;

public sealed class ExportCrashTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 5, 11, 0);

    private readonly StorageObserver observer = new();
    private readonly FakeClock clock = new(Now);

    [Fact]
    public async Task Whenever_a_run_dies_nothing_is_published_and_the_next_run_completes_it()
    {
        (ExportBlobs blobs, ExportCompiler compiler) = await StartAsync();
        int crash = 0;
        for (; ; crash += 3)
        {
            ExportId id = await AskAsync(blobs);
            observer.Reset(crash);
            Exception? died = await Record.ExceptionAsync(() => compiler.CompileAsync(id, Cancellation));
            Assert.Equal(observer.Crashed, died is not null);
            if (died is null)
            {
                break;
            }

            observer.Reset();
            Assert.Null(await blobs.ManifestAsync(id, Cancellation));

            await compiler.CompileAsync(id, Cancellation);

            Assert.Equal([3, 6, 36, 3, 6, 6, 0, 0, 6], await RowsOfAsync(blobs, id));
        }

        Assert.InRange(crash, 30, 300);
    }

    [Fact]
    public async Task Runs_at_the_same_time_publish_one_export_that_is_whole()
    {
        (ExportBlobs blobs, ExportCompiler compiler) = await StartAsync();
        ExportId id = await AskAsync(blobs);

        Task[] runs = [.. Enumerable.Range(0, 3).Select(_ => compiler.CompileAsync(id, Cancellation))];
        await Task.WhenAll(runs).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.All(runs.Where(run => run.IsFaulted), run => Assert.Equal(409, Assert.IsType<RequestFailedException>(run.Exception!.InnerException).Status));
        Assert.Equal([3, 6, 36, 3, 6, 6, 0, 0, 6], await RowsOfAsync(blobs, id));
    }

    [Fact]
    public async Task A_complete_export_is_never_changed()
    {
        (ExportBlobs blobs, ExportCompiler compiler) = await StartAsync();
        ExportId id = await AskAsync(blobs);
        await compiler.CompileAsync(id, Cancellation);
        BlobProperties before = await blobs.File(id, "answers.csv").GetPropertiesAsync(cancellationToken: Cancellation);

        clock.AdvanceDays(1);
        await compiler.CompileAsync(id, Cancellation);

        BlobProperties after = await blobs.File(id, "answers.csv").GetPropertiesAsync(cancellationToken: Cancellation);
        Assert.Equal((before.ETag, Now), (after.ETag, (await blobs.ManifestAsync(id, Cancellation))!.CreatedAt));
    }

    [Fact]
    public async Task A_job_that_died_keeps_nobody_waiting_for_ever()
    {
        (ExportBlobs blobs, _) = await StartAsync();
        Exports exports = new(blobs, Clients, clock);

        Export first = await exports.RequestAsync(Cancellation);
        clock.AdvanceMinutes(30);
        Assert.Equal(first.Id, (await exports.RequestAsync(Cancellation)).Id);
        clock.AdvanceMinutes(1);

        Export second = await exports.RequestAsync(Cancellation);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(ExportState.Failed, (await exports.FindAsync(ExportId.Parse(first.Id)!, Cancellation))!.State);
    }

    [Fact]
    public async Task An_export_that_cannot_be_compiled_says_so_and_another_may_be_asked_for()
    {
        (ExportBlobs blobs, ExportCompiler compiler) = await StartAsync();
        Exports exports = new(blobs, Clients, clock);
        Export asked = await exports.RequestAsync(Cancellation);
        CompileExport function = new(compiler, new ExportRetention(blobs, StudyFile.Load(new ConfigurationBuilder().Build())), blobs, clock);
        await Clients.Participants.DeleteAsync(Cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => function.RunAsync(new ExportMessage(asked.Id), Cancellation));

        Assert.Equal(ExportState.Failed, (await exports.FindAsync(ExportId.Parse(asked.Id)!, Cancellation))!.State);
        Assert.NotEqual(asked.Id, (await exports.RequestAsync(Cancellation)).Id);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StorageClients Clients { get; set; } = null!;

    /// <summary>An app's worth of storage with three people, and what compiles exports.</summary>
    private async Task<(ExportBlobs Blobs, ExportCompiler Compiler)> StartAsync()
    {
        StorageConnection account = new(StorageOptions.StudySetting) { ConnectionString = await Azurite.NewAccountAsync() };
        Clients = new StorageClients(Options.Create(new StorageOptions { Study = account, Identity = account, Observer = observer }), Measurements.Unwatched());
        await Clients.CreateAsync(Cancellation);
        ParticipantStore people = new(Clients);
        foreach (uint random in (uint[])[0, 17_000_000, 33_000_000])
        {
            await people.StoreAsync(random, checkIns: 2);
        }

        ExportBlobs blobs = new(Clients);
        return (blobs, new ExportCompiler(
            blobs,
            new ParticipantScan(Clients),
            new AgencyStore(Clients),
            new FidelityStore(Clients),
            StudyFile.Load(new ConfigurationBuilder().Build()),
            clock,
            NullLogger<ExportCompiler>.Instance));
    }

    private static async Task<ExportId> AskAsync(ExportBlobs blobs) => ExportId.Parse((await blobs.CreateAsync(Now, Cancellation)).Id)!;

    private static async Task<IEnumerable<int>> RowsOfAsync(ExportBlobs blobs, ExportId id)
    {
        ExportManifest manifest = (await blobs.ManifestAsync(id, Cancellation))!;
        List<int> rows = [];
        foreach (ExportedFile file in manifest.Files)
        {
            BlobDownloadResult stored = await blobs.File(id, file.Name).DownloadContentAsync(Cancellation);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(stored.Content)), file.Sha256);
            rows.Add(Exporting.Rows(stored.Content.ToArray()).Count);
            Assert.Equal(rows[^1], file.Rows);
        }

        return rows.SkipLast(1);
    }
}
