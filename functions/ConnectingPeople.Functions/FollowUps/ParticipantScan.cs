using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Reads all participants in the order of their ids, cut into ranges that can be read at the same time.</summary>
public sealed class ParticipantScan(StorageClients clients)
{
    /// <summary>How many ranges there are, enough to keep storage busy and few enough that each fills its pages.</summary>
    public const int Ranges = 16;

    /// <summary>What the datasets need; no text that anybody wrote leaves storage.</summary>
    private static readonly string[] Columns =
        ["PartitionKey", "RowKey", .. LongText.Columns, "SetOn", "Direction", "At", "DeliveredAt"];

    /// <summary>The people of one range, each with all their rows.</summary>
    /// <param name="range">From 0 on. The first and last also hold whatever lies outside the ids, so that nothing is overlooked.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="columns">Which columns; null for those of the datasets.</param>
    public async IAsyncEnumerable<IReadOnlyList<TableEntity>> PeopleAsync(
        int range, [EnumeratorCancellation] CancellationToken cancellation, IReadOnlyList<string>? columns = null)
    {
        AsyncPageable<TableEntity> rows = clients.Participants.QueryAsync<TableEntity>(Filter(range), select: columns ?? Columns, cancellationToken: cancellation);
        List<TableEntity> person = [];
        await foreach (TableEntity row in rows)
        {
            if (row.RowKey == ParticipantRows.Enrolling)
            {
                continue; // Nobody yet, or an enrolment that died.
            }

            if (person.Count > 0 && person[0].PartitionKey != row.PartitionKey)
            {
                yield return person;
                person = [];
            }

            person.Add(row);
        }

        if (person.Count > 0)
        {
            yield return person;
        }
    }

    private static string Filter(int range)
    {
        string from = range == 0 ? "" : Bound(range);
        return range == Ranges - 1
            ? TableClient.CreateQueryFilter($"PartitionKey ge {from}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {Bound(range + 1)}");
    }

    /// <summary>The least key of a range: ids are random, so first characters cut them evenly.</summary>
    private static string Bound(int range) => ParticipantId.Prefix + ParticipantId.Alphabet[range * ParticipantId.Alphabet.Length / Ranges];
}
