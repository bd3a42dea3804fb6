using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.FollowUps.Report;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Studies;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>What compiles exports, on storage of its own with three people, without a host: a test says when a run begins and dies.</summary>
public sealed class Compiling
{
    public static readonly Instant Now = Instant.FromUtc(2026, 3, 5, 11, 0);

    private Compiling(string account)
    {
        StorageConnection storage = new(StorageOptions.StudySetting) { ConnectionString = account };
        Clients = new StorageClients(Options.Create(new StorageOptions { Study = storage, Identity = storage, Observer = Observer }));
        Study study = StudyFile.Load(new ConfigurationBuilder().Build());
        Blobs = new ExportBlobs(Clients);
        Exports = new Exports(Blobs, Clients, Clock);
        ExportScan scan = new(Blobs, new ParticipantScan(Clients), new AgencyStore(Clients), new FidelityStore(Clients), study, new Noted<ExportScan>(Log));
        ReportWriter report = new(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        Compiler = new ExportCompiler(Blobs, scan, report, study, Clock, new Noted<ExportCompiler>(Log));
        Function = new CompileExport(Compiler, new ExportRetention(Blobs, study), Blobs, Clock, new Noted<CompileExport>(Log));
    }

    public StorageObserver Observer { get; } = new();

    public FakeClock Clock { get; } = new(Now);

    public StorageClients Clients { get; }

    public ExportBlobs Blobs { get; }

    public Exports Exports { get; }

    public ExportCompiler Compiler { get; }

    /// <summary>What the queue's messages call.</summary>
    public CompileExport Function { get; }

    /// <summary>What was logged.</summary>
    public List<string> Log { get; } = [];

    /// <param name="account">A connection string; null for an account of its own.</param>
    public static async Task<Compiling> StartAsync(string? account = null)
    {
        Compiling compiling = new(account ?? await Azurite.NewAccountAsync());
        await compiling.Clients.CreateAsync(Cancellation);
        foreach (uint random in (uint[])[0, 17_000_000, 33_000_000])
        {
            await compiling.AddAsync(random);
        }

        return compiling;
    }

    /// <summary>Somebody with two check-ins, enrolled before every cut-off.</summary>
    public Task AddAsync(uint random) => new ParticipantStore(Clients).StoreAsync(random, checkIns: 2);

    public async Task<ExportId> AskAsync() => ExportId.Parse((await Blobs.CreateAsync(Now, Cancellation)).Id)!;

    /// <summary>The rows of each dataset but the codebook, all files being as the manifest says.</summary>
    public async Task<IEnumerable<int>> RowsOfAsync(ExportId id)
    {
        ExportManifest manifest = (await Blobs.ManifestAsync(id, Cancellation))!;
        List<int> rows = [];
        foreach (ExportedFile file in manifest.Files)
        {
            BlobDownloadResult stored = await Blobs.File(id, file.Name).DownloadContentAsync(Cancellation);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(stored.Content)), file.Sha256);
            if (FileName.IsCsv(file.Name))
            {
                rows.Add(Exporting.Rows(stored.Content.ToArray()).Count);
                Assert.Equal(rows[^1], file.Rows);
            }
        }

        return rows.SkipLast(1);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private sealed class Noted<T>(List<string> log) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log)
            {
                log.Add($"{logLevel}: {formatter(state, exception)}");
            }
        }
    }
}
