using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.FollowUps;

public sealed class ExportCrashTests
{
    [Fact]
    public async Task Whenever_a_run_dies_nothing_is_published_and_the_next_run_completes_it()
    {
        Compiling compiling = await Compiling.StartAsync();
        int crash = 0;
        for (; ; crash += 5)
        {
            ExportId id = await compiling.AskAsync();
            compiling.Observer.Reset(crash);
            Exception? died = await Record.ExceptionAsync(() => compiling.Compiler.CompileAsync(id, Cancellation));
            Assert.Equal(compiling.Observer.Crashed, died is not null);
            if (died is null)
            {
                break;
            }

            compiling.Observer.Reset();
            Assert.Null(await compiling.Blobs.ManifestAsync(id, Cancellation));

            await compiling.Compiler.CompileAsync(id, Cancellation);

            Assert.Equal([3, 6, 36, 3, 6, 6, 0, 0, 6], await compiling.RowsOfAsync(id));
        }

        Assert.InRange(crash, 60, 400);
    }

    [Fact]
    public async Task Runs_at_the_same_time_publish_one_export_that_is_whole()
    {
        Compiling compiling = await Compiling.StartAsync();
        ExportId id = await compiling.AskAsync();

        Task[] runs = [.. Enumerable.Range(0, 3).Select(_ => compiling.Compiler.CompileAsync(id, Cancellation))];
        await Task.WhenAll(runs).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.All(runs.Where(run => run.IsFaulted), run => Assert.Equal(409, Assert.IsType<RequestFailedException>(run.Exception!.InnerException).Status));
        Assert.Equal([3, 6, 36, 3, 6, 6, 0, 0, 6], await compiling.RowsOfAsync(id));
    }

    [Theory]
    [InlineData("participants.csv")]
    [InlineData("answers.csv")]
    [InlineData("answers.parquet")]
    [InlineData("manifest.json")]
    public async Task A_scan_that_came_to_its_end_is_neither_done_again_nor_mixed_with_another(string dies)
    {
        Compiling compiling = await Compiling.StartAsync();
        ExportId id = await compiling.AskAsync();
        compiling.Observer.Before = message => Makes(message, dies) ? throw new CrashException() : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<Exception>(() => compiling.Compiler.CompileAsync(id, Cancellation));
        await compiling.AddAsync(8_000_000);
        int queries = 0;
        compiling.Observer.Before = message =>
        {
            queries += message.Request.Uri.Path.Contains("participants()", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        };

        await compiling.Compiler.CompileAsync(id, Cancellation);

        Assert.Equal(0, queries);
        Assert.Equal([3, 6, 36, 3, 6, 6, 0, 0, 6], await compiling.RowsOfAsync(id));
        ExportId next = await compiling.AskAsync();
        await compiling.Compiler.CompileAsync(next, Cancellation);
        Assert.Equal([4, 8, 48, 4, 8, 8, 0, 0, 6], await compiling.RowsOfAsync(next));
    }

    [Fact]
    public async Task Blobs_that_go_away_in_the_middle_leave_no_half_snapshot_and_the_retried_job_completes_it()
    {
        await using StorageRelays storage = await StorageRelays.MakeAsync();
        storage.Open();
        Compiling compiling = await Compiling.StartAsync(storage.Account);
        Export asked = await compiling.Exports.RequestAsync(Cancellation);
        ExportMessage job = new(asked.Id);
        compiling.Observer.Before = message => Makes(message, "check_ins.parquet") ? storage.CloseAsync() : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<Exception>(() => compiling.Function.RunAsync(job, Cancellation));

        compiling.Observer.Before = _ => Task.CompletedTask;
        storage.Open();
        Assert.Null(await compiling.Blobs.ManifestAsync(job.Id, Cancellation));
        Assert.NotEqual(ExportState.Complete, (await compiling.Exports.FindAsync(job.Id, Cancellation))!.State);
        await compiling.Function.RunAsync(job, Cancellation);
        Assert.Equal(ExportState.Complete, (await compiling.Exports.FindAsync(job.Id, Cancellation))!.State);
        Assert.Equal([3, 6, 36, 3, 6, 6, 0, 0, 6], await compiling.RowsOfAsync(job.Id));
    }

    [Fact]
    public async Task A_complete_export_is_never_changed()
    {
        Compiling compiling = await Compiling.StartAsync();
        ExportId id = await compiling.AskAsync();
        await compiling.Compiler.CompileAsync(id, Cancellation);
        BlobProperties before = await compiling.Blobs.File(id, "answers.csv").GetPropertiesAsync(cancellationToken: Cancellation);

        compiling.Clock.AdvanceDays(1);
        await compiling.Compiler.CompileAsync(id, Cancellation);

        BlobProperties after = await compiling.Blobs.File(id, "answers.csv").GetPropertiesAsync(cancellationToken: Cancellation);
        Assert.Equal((before.ETag, Compiling.Now), (after.ETag, (await compiling.Blobs.ManifestAsync(id, Cancellation))!.CreatedAt));
    }

    [Fact]
    public async Task A_job_that_died_keeps_nobody_waiting_for_ever()
    {
        Compiling compiling = await Compiling.StartAsync();

        Export first = await compiling.Exports.RequestAsync(Cancellation);
        compiling.Clock.AdvanceMinutes(30);
        Assert.Equal(first.Id, (await compiling.Exports.RequestAsync(Cancellation)).Id);
        compiling.Clock.AdvanceMinutes(1);

        Export second = await compiling.Exports.RequestAsync(Cancellation);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(ExportState.Failed, (await compiling.Exports.FindAsync(ExportId.Parse(first.Id)!, Cancellation))!.State);
    }

    [Fact]
    public async Task An_export_that_cannot_be_compiled_says_so_and_gives_way_to_the_next()
    {
        Compiling compiling = await Compiling.StartAsync();
        Export asked = await compiling.Exports.RequestAsync(Cancellation);
        await compiling.Clients.Participants.DeleteAsync(Cancellation);
        await Assert.ThrowsAnyAsync<Exception>(() => compiling.Function.RunAsync(new ExportMessage(asked.Id), Cancellation));
        Assert.Equal(ExportState.Failed, (await compiling.Exports.FindAsync(ExportId.Parse(asked.Id)!, Cancellation))!.State);
        await compiling.Clients.Participants.CreateIfNotExistsAsync(Cancellation);

        Export next = await compiling.Exports.RequestAsync(Cancellation);
        await compiling.Function.RunAsync(new ExportMessage(asked.Id), Cancellation);
        await compiling.Function.RunAsync(new ExportMessage(next.Id), Cancellation);

        Assert.NotEqual(asked.Id, next.Id);
        Assert.Equal(ExportState.Failed, (await compiling.Exports.FindAsync(ExportId.Parse(asked.Id)!, Cancellation))!.State);
        Assert.Equal(ExportState.Complete, (await compiling.Exports.FindAsync(ExportId.Parse(next.Id)!, Cancellation))!.State);
    }

    [Fact]
    public async Task A_scan_of_another_version_is_not_finished_by_this_one()
    {
        Compiling compiling = await Compiling.StartAsync();
        ExportId id = await compiling.AskAsync();
        await compiling.Blobs.DecideAsync(id, new FinishedScan(new StudyVersion("connecting-people", "2025.9"), SoftwareVersion.Running, [], []), Cancellation);

        Exception failed = await Assert.ThrowsAsync<InvalidOperationException>(() => compiling.Compiler.CompileAsync(id, Cancellation));

        Assert.Contains("Ask for a new one", failed.Message, StringComparison.Ordinal);
        Assert.Null(await compiling.Blobs.ManifestAsync(id, Cancellation));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_named_and_counted_in_the_log()
    {
        Compiling compiling = await Compiling.StartAsync();
        string person = await compiling.Clients.Participants.QueryAsync<TableEntity>(cancellationToken: Cancellation).Select(row => row.PartitionKey).FirstAsync(Cancellation);
        await compiling.Clients.Participants.UpsertEntityAsync(new TableEntity(person, "check-in|weekly-2026-01-08") { ["State"] = """{"id":"a secret""" }, cancellationToken: Cancellation);
        ExportId id = await compiling.AskAsync();

        await compiling.Compiler.CompileAsync(id, Cancellation);

        Assert.Single(compiling.Log, line => line.StartsWith($"Error: {person}'s row check-in|weekly-2026-01-08 is left out of export {id}:", StringComparison.Ordinal));
        Assert.Single(compiling.Log, line => line.EndsWith("rows, 1 stored rows left out.", StringComparison.Ordinal));
        Assert.DoesNotContain(compiling.Log, line => line.Contains("secret", StringComparison.Ordinal));
        Assert.Equal([3, 5, 30, 3, 5, 5, 0, 0, 6], await compiling.RowsOfAsync(id));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Whether a call makes that blob, or its first block list.</summary>
    private static bool Makes(HttpMessage message, string blob) => message.Request.Method == RequestMethod.Put
        && message.Request.Uri.Path.EndsWith($"/{blob}", StringComparison.Ordinal)
        && !message.Request.Uri.Query.Contains("comp=block&", StringComparison.Ordinal);
}
