using System.ComponentModel;
using System.Text.Json.Serialization;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions;

/// <summary>Problem details as <see cref="Problem"/> writes them.</summary>
[Description("Problem details (RFC 9457).")]
public sealed record ProblemItem(
    [property: Description("Where the kind of problem is described.")] string Type,
    [property: Description("The kind of problem, in a few words.")] string Title,
    int Status,
    [property: Description("What was wrong, and what to do.")] string Detail,
    [property: Description("Each field that is wrong, where it is fields."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FieldError>? Errors,
    [property: Description("Who was enrolled all the same, where some people of a file weren't: their pseudonyms, in the order of the rows."),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Enrolled);
