using Azure.Data.Tables;
using ConnectingPeople.Domain.Messaging;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>Where an outgoing message stands: the furthest stage that its row tells of.</summary>
public static class MessageStatus
{
    private static readonly DeliveryStatus[] FurthestFirst =
    [
        DeliveryStatus.Delivered, DeliveryStatus.Undelivered, DeliveryStatus.NotSent, DeliveryStatus.Sent, DeliveryStatus.Accepted, DeliveryStatus.Waiting,
    ];

    /// <returns>Null for a message from a person.</returns>
    public static string? Of(TableEntity row)
    {
        if (row.GetString("Direction") == "in")
        {
            return null;
        }

        DeliveryStatus furthest = FurthestFirst.FirstOrDefault(status => row.ContainsKey($"{status}At"), DeliveryStatus.Claimed);
        return Domain.Words.Of(furthest);
    }
}
