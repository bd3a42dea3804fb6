using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Studies;

/// <summary>What the OpenAPI document says of the study's definition.</summary>
internal static class StudyOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("GetStudy", "The definition that the app runs with")
        {
            Roles = [Role.Administrator],
            Answers = [Reply.Ok<StudySummary>("The definition, in the words that definitions use")],
        },
        new("ValidateStudy", "Check a definition before it is put in use")
        {
            Description = "YAML in UTF-8, as it stands in its file. One with errors is answered with 200, too: valid tells.",
            Roles = [Role.Administrator],
            Takes = new Content("application/yaml"),
            Answers = [Reply.Ok<StudyCheckAnswer>("What is wrong with it, and what to write instead")],
        },
        new("TryReply", "How a reply to a question would be understood")
        {
            Description = "Nothing is stored and nobody is written to.",
            Roles = [Role.Administrator],
            Takes = Content.Json<TryReplyRequest>(),
            Answers = [Reply.Ok<Understood>("What it means")],
        },
        Operation.Page("GetStudyPage", "Page: the study's definition", Role.Administrator),
        Asked("TryReplyOnPage", "Form: how a reply would be understood"),
        Asked("CheckStudyOnPage", "Form: check a definition"),
    ];

    /// <summary>A form that changes nothing: its answer is the page itself.</summary>
    private static Operation Asked(string function, string summary) =>
        Operation.Form(function, summary, Role.Administrator) with { Answers = [Reply.Html("The page, with the answer")], Refuses = [] };
}
