using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Reads all participants in the order of their ids, cut into ranges that can be read at the same time.</summary>
public sealed class ParticipantScan(StorageClients clients)
{
    /// <summary>How many ranges there are: one for each first character of an id.</summary>
    public static int Ranges => ParticipantId.Alphabet.Length;

    /// <summary>What the datasets need; no text that anybody wrote leaves storage.</summary>
    private static readonly string[] Columns = ["PartitionKey", "RowKey", .. LongText.Columns, "SetOn", "Rule", "RaisedAt", "Direction", "At", "DeliveredAt"];

    /// <summary>The people of one range, each with all their rows.</summary>
    /// <param name="range">From 0 on. The first and last also hold whatever lies outside the ids, so that nothing is overlooked.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<IReadOnlyList<TableEntity>> PeopleAsync(int range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<TableEntity> person = [];
        await foreach (TableEntity row in clients.Participants.QueryAsync<TableEntity>(Filter(range), select: Columns, cancellationToken: cancellation))
        {
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
        string from = range == 0 ? "" : ParticipantId.Prefix + ParticipantId.Alphabet[range];
        return range == Ranges - 1
            ? TableClient.CreateQueryFilter($"PartitionKey ge {from}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {ParticipantId.Prefix + ParticipantId.Alphabet[range + 1]}");
    }
}
