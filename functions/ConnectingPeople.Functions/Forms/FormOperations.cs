using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Forms;

/// <summary>What the OpenAPI document says of the form that participants answer check-ins with.</summary>
internal static class FormOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Operation.Page("GetCheckInForm", "Page: a check-in's form") with
        {
            Description = "For whoever holds the link, while the check-in is open. Opening it changes nothing.",
            Query = [new QueryField("question", "One question's id; the next one to answer where it is left out.")],
            Refuses = [404, 429],
        },
        Operation.Form("AnswerCheckInForm", "Form: answer one question of a check-in") with
        {
            Query = [new QueryField("question", "The question that is answered; all is done where it is left out.")],
            Refuses = [404, 429],
        },
    ];
}
