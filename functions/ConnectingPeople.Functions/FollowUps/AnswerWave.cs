using System.Text.Json;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// Takes answers given in an interview: <c>{"answers": {"question": value}}</c>, a list of values where several may be chosen,
/// null for what the person would rather not say. All of them, or none.
/// </summary>
public sealed class AnswerWave(SignedIn signedIn, OwnParticipants own, ParticipantStore participants, ParticipantChanges changes, Study study)
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

        Stored? stored = by!.Is(Role.Researcher) && ParticipantId.TryParse(id, out ParticipantId parsed)
            ? await participants.LoadAsync(parsed, cancellation)
            : await own.FindAsync(id, by, cancellation);
        if (stored is null)
        {
            return OwnParticipants.NotTheirs(id);
        }

        if (study.Waves.FirstOrDefault(known => known.Id == wave) is not { } definition)
        {
            return Problem.NotFound($"There is no wave {wave}. Known are: {string.Join(", ", study.Waves.Select(known => known.Id))}.");
        }

        if (Open(stored.Person, wave) is null)
        {
            return Problem.Conflict($"The wave {wave} of this person isn't open: its window hasn't come, is over, or all its questions are answered.");
        }

        (JsonFields? fields, IResult? problem) = await JsonFields.ReadAsync(request, cancellation);
        return fields is null ? problem! : await TakeAsync(stored.Person.Id, definition, fields, cancellation);
    }

    private static CheckIn? Open(Participant person, string wave) => person.CheckIns.FirstOrDefault(checkIn => checkIn.Wave == wave);

    private async Task<IResult> TakeAsync(ParticipantId id, WaveDefinition wave, JsonFields fields, CancellationToken cancellation)
    {
        List<FieldError> errors = [];
        Dictionary<string, InterviewValue?> given = Read(fields.Any("answers"), study.Questionnaires[wave.Questionnaire], errors);
        errors.InsertRange(0, fields.Errors);
        if (errors.Count > 0)
        {
            return Problem.BadFields(errors);
        }

        CheckIn? taken = null;
        await changes.ChangeAsync(
            id,
            (person, now) =>
            {
                Decision decision = new(person);
                decision = Open(person, wave.Id) is { } open ? Interviewing.Take(decision, open, given, now, study) : decision;
                taken = decision.CheckIns.SingleOrDefault();
                return decision;
            },
            cancellation);
        return taken is null
            ? Problem.Conflict($"The wave {wave.Id} of this person has closed in this moment.")
            : Results.Ok(new { id = taken.Id, status = Words.Of(taken.Status), answered = taken.Answers.Count, missing = Interviewing.Missing(taken, study) });
    }

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
