using System.ComponentModel;
using System.Text.Json;

namespace ConnectingPeople.Functions.Studies;

/// <summary>The body of <see cref="TryReply"/>.</summary>
public sealed record TryReplyRequest(
    [property: Description("A question's id, questionnaire/id, or a question as definitions have it, such as {\"type\":\"scale\",\"min\":1,\"max\":5}.")] JsonElement Question,
    [property: Description("What the person wrote.")] string Reply);
