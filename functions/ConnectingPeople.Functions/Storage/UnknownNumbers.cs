using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Functions.Privacy;

namespace ConnectingPeople.Functions.Storage;

/// <summary>What numbers wrote that nobody is enrolled with, kept in the contact store for somebody to look at, sealed like all of it.</summary>
public sealed class UnknownNumbers(StorageClients clients, LookupHashes hashes, ContactCells cells, IClock clock)
{
    private const string Head = "unknown";
    private const string Messages = "unknown|";

    private static readonly string All = TableClient.CreateQueryFilter($"RowKey ge {Messages} and RowKey lt {"unknown}"}");

    /// <summary>Keeps a message that is being answered.</summary>
    /// <returns>Whether this is the first such message from that number, the same message again included.</returns>
    public async Task<bool> NoteAsync(string number, Inbound sms, bool risk, CancellationToken cancellation)
    {
        await KeepAsync(number, sms, risk, isAnswered: true, cancellation);
        string hash = hashes.Of(number);
        TableEntity first = new(hash, Head) { ["FirstMessage"] = sms.ProviderId };
        cells.Put(first, "Number", number);
        try
        {
            await clients.Contacts.AddEntityAsync(first, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            NullableResponse<TableEntity> known = await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(hash, Head, cancellationToken: cancellation);
            return !known.HasValue || known.Value!.GetString("FirstMessage") == sms.ProviderId;
        }
    }

    /// <summary>Keeps a message, the same again included.</summary>
    public Task KeepAsync(string number, Inbound sms, bool risk, bool isAnswered, CancellationToken cancellation)
    {
        TableEntity message = new(hashes.Of(number), Messages + sms.ProviderId)
        {
            ["Risk"] = risk,
            ["At"] = sms.At.ToDateTimeUtc(),
            ["Unanswered"] = !isAnswered,
        };
        cells.Put(message, "Number", number);
        cells.Put(message, "Text", sms.Text);
        return clients.Contacts.UpsertEntityAsync(message, TableUpdateMode.Merge, cancellation); // who looks after it stands there already if it comes again
    }

    /// <summary>The provider's ids of a number's messages that are kept.</summary>
    public async Task<IReadOnlySet<string>> KeptAsync(string number, CancellationToken cancellation) =>
        (await RowsOfAsync(number, cancellation)).Where(row => row.RowKey != Head).Select(row => row.RowKey[Messages.Length..]).ToHashSet();

    /// <summary>All messages, the last one first.</summary>
    /// <remarks>Looks through the contact store: for a page that is seldom asked for.</remarks>
    public async Task<IReadOnlyList<UnknownMessage>> ListAsync(CancellationToken cancellation) =>
        await clients.Contacts.QueryAsync<TableEntity>(All, cancellationToken: cancellation).Select(Read).OrderByDescending(message => message.At).ToListAsync(cancellation);

    /// <summary>When the messages came that may mean danger and that nobody looks after.</summary>
    public async Task<IReadOnlyList<Instant>> WaitingAsync(CancellationToken cancellation) =>
        await clients.Contacts.QueryAsync<TableEntity>($"{All} and Risk eq true", select: ["At", "LookedAfter"], cancellationToken: cancellation)
            .Where(row => row.GetDateTimeOffset("LookedAfter") is null).Select(row => Came(row)).ToListAsync(cancellation);

    /// <summary>Writes down that somebody looks after a message; whoever was first stays.</summary>
    /// <returns>Whether there is such a message.</returns>
    public async Task<bool> LookAfterAsync(string id, string by, CancellationToken cancellation)
    {
        string filter = TableClient.CreateQueryFilter($"RowKey eq {Messages + id}");
        TableEntity? found = await clients.Contacts.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).FirstOrDefaultAsync(cancellation);
        if (found is null || found.GetDateTimeOffset("LookedAfter") is not null)
        {
            return found is not null;
        }

        TableEntity row = new(found.PartitionKey, found.RowKey) { ["LookedAfter"] = clock.GetCurrentInstant().ToDateTimeUtc(), ["LookedAfterBy"] = by };
        try
        {
            await clients.Contacts.UpdateEntityAsync(row, found.ETag, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Somebody else was quicker.
        }

        return true;
    }

    /// <summary>All rows of a number, under whatever key it was hashed.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsOfAsync(string number, CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        foreach (string hash in hashes.AllOf(number))
        {
            string filter = TableClient.CreateQueryFilter($"PartitionKey eq {hash} and RowKey ge {Head} and RowKey lt {"unknown}"}");
            rows.AddRange(await clients.Contacts.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ToListAsync(cancellation));
        }

        return rows;
    }

    /// <summary>Forgets all that a number wrote before its owner was enrolled, or after.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<int> ForgetAsync(string number, CancellationToken cancellation)
    {
        IReadOnlyList<TableEntity> rows = await RowsOfAsync(number, cancellation);
        foreach (TableEntity row in rows)
        {
            await clients.Contacts.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }

        return rows.Count;
    }

    /// <summary>Forgets, or only counts, messages that came at or before an instant; a number of which none is left goes with them.</summary>
    /// <returns>How many messages.</returns>
    public async Task<int> ForgetBeforeAsync(Instant before, bool delete, CancellationToken cancellation)
    {
        string filter = TableClient.CreateQueryFilter($"RowKey ge {Head} and RowKey lt {"unknown}"}");
        int old = 0;
        await foreach (IGrouping<string, TableEntity> number in ByNumberAsync(filter, cancellation))
        {
            TableEntity[] over = [.. number.Where(row => row.RowKey != Head && row.GetDateTimeOffset("At") <= before.ToDateTimeOffset())];
            bool isAll = over.Length == number.Count(row => row.RowKey != Head);
            old += over.Length;
            foreach (TableEntity row in delete ? [.. over, .. number.Where(row => isAll && row.RowKey == Head)] : Array.Empty<TableEntity>())
            {
                await clients.Contacts.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
            }
        }

        return old;
    }

    private UnknownMessage Read(TableEntity row) => new(
        row.RowKey[Messages.Length..], Came(row), row.GetBoolean("Risk") == true, cells.ReadIfPossible(row, "Number"), cells.ReadIfPossible(row, "Text"),
        row.GetDateTimeOffset("LookedAfter") is { } at ? Instant.FromDateTimeOffset(at) : null, row.GetString("LookedAfterBy"),
        row.GetBoolean("Unanswered") == true);

    private static Instant Came(TableEntity row) => Instant.FromDateTimeOffset(row.GetDateTimeOffset("At")!.Value);

    /// <remarks>Rows come in the order of their partitions, one number behind the other.</remarks>
    private async IAsyncEnumerable<IGrouping<string, TableEntity>> ByNumberAsync(
        string filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        AsyncPageable<TableEntity> all = clients.Contacts.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey", "At"], cancellationToken: cancellation);
        await foreach (TableEntity row in all)
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                yield return rows.GroupBy(one => one.PartitionKey).Single();
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            yield return rows.GroupBy(one => one.PartitionKey).Single();
        }
    }
}
