using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Storage;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>Reads assessments from a request: one, or a list of them under <c>assessments</c>.</summary>
public sealed partial class FidelityBody(FidelityDefinition definition, LocalDate today)
{
    private readonly List<FidelityForm> forms = [];
    private readonly List<FieldError> errors = [];

    /// <returns>The assessments, and all that is wrong with them; they are worth nothing unless that is nothing.</returns>
    public static (IReadOnlyList<FidelityForm> Forms, IReadOnlyList<FieldError> Errors) Read(
        JsonFields fields, FidelityDefinition definition, LocalDate today)
    {
        FidelityBody body = new(definition, today);
        if (!fields.Has("assessments"))
        {
            body.ReadOne(fields, "");
            return (body.forms, [.. fields.Errors, .. body.errors]);
        }

        IReadOnlyList<JsonFields> given = fields.Parts("assessments");
        for (int place = 0; place < given.Count; place++)
        {
            body.ReadOne(given[place], $"assessments[{place}].");
        }

        if (given.Count > FidelityStore.MaxAtOnce || (given.Count == 0 && fields.Errors.Count == 0))
        {
            body.errors.Add(new FieldError("assessments", $"must hold 1 to {FidelityStore.MaxAtOnce} assessments."));
        }

        return (body.forms, [.. fields.Errors, .. body.errors]);
    }

    private void ReadOne(JsonFields fields, string path)
    {
        string? id = fields.Text("id");
        if (id is not null && !IdShape().IsMatch(id))
        {
            errors.Add(new FieldError($"{path}id", "must be 1 to 60 lower-case letters, digits and hyphens, such as first-visit."));
        }

        LocalDate on = Day(fields, path);
        FidelitySource source = SourceOf(fields, path);
        forms.Add(new FidelityForm(path, id, on, source, Scores(fields, path)));
    }

    private LocalDate Day(JsonFields fields, string path)
    {
        if (fields.Text("on") is not { } text || !LocalDatePattern.Iso.Parse(text).TryGetValue(today, out LocalDate day))
        {
            errors.Add(new FieldError($"{path}on", "must be the day of the assessment, such as 2026-03-05."));
            return today;
        }

        if (day > today)
        {
            errors.Add(new FieldError($"{path}on", $"lies in the future ({text}). Record it when it has happened."));
        }

        return day;
    }

    private FidelitySource SourceOf(JsonFields fields, string path)
    {
        string? text = fields.Text("source");
        FidelitySource[] sources = Enum.GetValues<FidelitySource>();
        if (sources.All(known => Words.Of(known) != text))
        {
            errors.Add(new FieldError($"{path}source", $"must be one of: {string.Join(", ", sources.Select(Words.Of))}."));
        }

        return sources.FirstOrDefault(known => Words.Of(known) == text);
    }

    private Dictionary<string, int> Scores(JsonFields fields, string path)
    {
        Dictionary<string, int> scores = [];
        if (fields.Part("scores") is not { } given)
        {
            errors.Add(new FieldError($"{path}scores", "must hold a score for each element: { \"element\": 1 to 5 }."));
            return scores;
        }

        foreach (string element in definition.Elements.Select(element => element.Id))
        {
            if (given.Any(element) is not { } value)
            {
                errors.Add(new FieldError($"{path}scores.{element}", "is missing. Score every element."));
            }
            else if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int score)
                && score is >= FidelityAssessment.Least and <= FidelityAssessment.Most)
            {
                scores[element] = score;
            }
            else
            {
                errors.Add(new FieldError(
                    $"{path}scores.{element}", $"must be a whole number from {FidelityAssessment.Least} to {FidelityAssessment.Most}, without quotes."));
            }
        }

        return scores;
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,59}\z")]
    private static partial Regex IdShape();
}
