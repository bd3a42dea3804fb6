using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Studies;

/// <summary>Says how a reply to a question would be understood. Nothing is stored and nobody is written to.</summary>
public sealed class TryReply(SignedIn signedIn, ReplyTrial trial)
{
    [Function(nameof(TryReply))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/study/try-reply")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out _, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        (JsonFields? fields, IResult? problem) = await JsonFields.ReadAsync(request, cancellation);
        if (fields is null)
        {
            return problem!;
        }

        List<FieldError> errors = [];
        Question? question = Read(fields.Any("question"), errors);
        string? reply = fields.Text("reply");
        if (reply is null && !fields.Has("reply"))
        {
            errors.Add(new FieldError("reply", "is missing: what the person wrote."));
        }

        errors.AddRange(fields.Errors);
        return errors.Count > 0
            ? Problem.BadFields(errors)
            : Results.Ok(Understood.From(trial.Read(question, reply!)));
    }

    private Question? Read(JsonElement? given, List<FieldError> errors)
    {
        switch (given?.ValueKind)
        {
            case JsonValueKind.String:
                Question? found = trial.Find(given.Value.GetString()!);
                if (found is null)
                {
                    errors.Add(new FieldError("question", "is no question of the study. GET /api/study lists them; write id or questionnaire/id."));
                }

                return found;
            case JsonValueKind.Object:
                Loaded<Question> loaded = StudyDefinition.LoadQuestion(given.Value.GetRawText());
                errors.AddRange(loaded.Errors.Select(error => new FieldError($"question.{error.Path}".TrimEnd('.'), $"{error.Wrong}; {error.Cure}")));
                return loaded.Value;
            default:
                errors.Add(new FieldError("question", """is missing: the id of a question, or one such as {"type":"scale","min":1,"max":5}."""));
                return null;
        }
    }
}

/// <summary>What a reply means.</summary>
/// <param name="Outcome">Such as <c>answer</c> or <c>ask-again</c>.</param>
/// <param name="Value">The answer as datasets hold it, always as text; left out unless the outcome is <c>answer</c>.</param>
/// <param name="Label">Left out where the value has none.</param>
/// <param name="Risk">Whether a human would be told, whatever the outcome.</param>
public sealed record Understood(
    [property: WordOf(typeof(ReplyOutcome))] string Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Label,
    bool Risk)
{
    public static Understood From(Understanding heard) => new(Words.Of(heard.Outcome), heard.Value, heard.Label, heard.Risk);
}
