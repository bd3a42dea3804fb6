using ConnectingPeople.Functions.Agencies;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.Digests;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Forms;
using ConnectingPeople.Functions.Health;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Replies;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Studies;
using ConnectingPeople.Functions.Waves;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>What the features say of their HTTP functions.</summary>
public static class Operations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        .. AgencyOperations.All,
        .. AlertOperations.All,
        .. DigestOperations.All,
        .. FollowUpOperations.All,
        .. FormOperations.All,
        .. HealthOperations.All,
        .. MessagingOperations.All,
        .. ParticipantOperations.All,
        .. PrivacyOperations.All,
        .. ReplyOperations.All,
        .. SiteOperations.All,
        .. StudyOperations.All,
        .. WaveOperations.All,
        new("GetOpenApi", "This document")
        {
            Description = "With If-None-Match it is sent only when it has changed.",
            Answers = [new Reply(200, "The document", new Content("application/json")), new Reply(304, "It hasn't changed")],
        },
    ];

    /// <summary>What is said of a route; of one that nobody has described only its name, so that it is in the document all the same.</summary>
    public static Operation Of(HttpRoute route) => All.FirstOrDefault(operation => operation.IsOf(route))
        ?? new Operation(route.Function, route.Function) { Answers = [new Reply(200, "Not described yet")] };
}
