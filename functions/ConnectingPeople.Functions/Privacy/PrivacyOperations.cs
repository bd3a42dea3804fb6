using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>What the OpenAPI document says of what people have a right to, and of keys.</summary>
internal static class PrivacyOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("EraseParticipant", "Erase a person")
        {
            Description = "Who they are goes for good. Asked again it answers the same.",
            Roles = [Role.Administrator],
            Takes = Content.Json<EraseRequest>(),
            TakesNothingToo = true,
            Answers = [Reply.Ok<ErasureAnswer>("What went, and what stays")],
            Refuses = [404],
        },
        new("GetParticipantRecord", "Everything held about a person, for them")
        {
            Description = "JSON, or a page to print where a browser asks. That it was taken out is logged, by pseudonym.",
            Roles = [Role.Administrator],
            Query = [new QueryField("format", "Which, whatever Accept says.") { Values = ["json", "html"] }],
            Answers = [new Reply(200, "The record", Content.Json<ParticipantRecord>(), new Content("text/html")), Reply.SignIn],
            Refuses = [404],
        },
        new("ReEncryptContacts", "Seal a part of the contact store with the newest key")
        {
            Description = "Follow next until there is none. Called again it finds nothing left to do.",
            Roles = [Role.Administrator],
            Query = [QueryField.After],
            Answers = [Reply.Ok<ReEncryptedContacts>("What was done")],
            Refuses = [400],
        },
        Operation.Page("GetErasePage", "Page: what an erasure removes, and whether it is meant", Role.Administrator) with { Refuses = [404] },
        Operation.Form("EraseOnPage", "Form: erase a person", Role.Administrator),
    ];
}
