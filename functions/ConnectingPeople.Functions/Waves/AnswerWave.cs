using System.Text.Json;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Waves;

/// <summary>
/// Takes answers given in an interview: <c>{"answers": {"question": value}}</c>, a list of values where several may be chosen,
/// null for what the person would rather not say. All of them, or none. Before a wave opens and after it closes, too: the
/// datasets say that they came outside its window.
/// </summary>
public sealed class AnswerWave(SignedIn signedIn, WaveInterviews interviews, Study study)
{
    [Function(nameof(AnswerWave))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/participants/{id}/waves/{wave}/answers")] HttpRequest request,
        string id,
        string wave,
        CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        if (await interviews.FindAsync(id, by!, cancellation) is not { } person)
        {
            return OwnParticipants.NotTheirs(id);
        }

        if (interviews.Wave(wave) is not { } definition)
        {
            return Problem.NotFound(interviews.NoWave(wave));
        }

        if (person.Status == Status.Withdrawn)
        {
            return Problem.Conflict(WaveInterviews.HasLeft);
        }

        (JsonFields? fields, IResult? problem) = await JsonFields.ReadAsync(request, cancellation);
        return fields is null ? problem! : await TakeAsync(person, definition, fields, cancellation);
    }

    private async Task<IResult> TakeAsync(Participant person, WaveDefinition wave, JsonFields fields, CancellationToken cancellation)
    {
        List<FieldError> errors = [];
        Dictionary<string, InterviewValue?> given = Read(fields.Any("answers"), study.Questionnaires[wave.Questionnaire], errors);
        errors.InsertRange(0, fields.Errors);
        if (errors.Count > 0)
        {
            return Problem.BadFields(errors);
        }

        return await interviews.TakeAsync(person.Id, wave, given, cancellation) is { Wave: { } taken }
            ? Results.Ok(Answer(taken, WaveWindow.Of(wave, person.Profile)))
            : Problem.Conflict(WaveInterviews.HasLeft);
    }

    private InterviewAnswered Answer(CheckIn taken, WaveWindow window) => new(
        taken.Id,
        Words.Of(taken.Status),
        taken.Answers.Count,
        Interviewing.Missing(taken, study),
        new WaveWindowItem(window.FirstDay.ToString("uuuu-MM-dd", null), window.LastDay.ToString("uuuu-MM-dd", null)),
        window.Holds(taken));

    private static Dictionary<string, InterviewValue?> Read(JsonElement? answers, Questionnaire questionnaire, List<FieldError> errors)
    {
        Dictionary<string, InterviewValue?> given = [];
        if (answers is not { ValueKind: JsonValueKind.Object } entered || !entered.EnumerateObject().Any())
        {
            errors.Add(new FieldError("answers", "must hold at least one answer: { \"question\": value }."));
            return given;
        }

        foreach (JsonProperty answer in entered.EnumerateObject())
        {
            Result<InterviewValue> read = questionnaire.Find(answer.Name) is { } question
                ? answer.Value.ValueKind == JsonValueKind.Null ? new Result<InterviewValue>() : InterviewAnswer.Read(question, Values(answer.Value))
                : Result<InterviewValue>.Failure($"is no question of {questionnaire.Id}.");
            given[answer.Name] = read.Value;
            if (read.Error is { } problem)
            {
                errors.Add(new FieldError($"answers.{answer.Name}", problem));
            }
        }

        return given;
    }

    private static IReadOnlyList<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Values)],
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        _ => [],
    };
}
