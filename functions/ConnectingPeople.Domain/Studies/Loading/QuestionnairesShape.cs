using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Questionnaires by id.</summary>
internal sealed class QuestionnairesShape : IShape<IReadOnlyDictionary<string, Questionnaire>>
{
    public IReadOnlyDictionary<string, Questionnaire> Read(Node node, Reading reading)
    {
        Dictionary<string, Questionnaire> questionnaires = [];
        foreach (Entry entry in Fields.Of(node, "a group of questionnaires", reading)?.Node.Entries ?? [])
        {
            string? id = Scalars.Id.Read(entry.Key, reading);
            if (QuestionnaireShape.Shape.Read(entry.Value, reading) is { } questionnaire && id is not null)
            {
                questionnaires.Add(id, questionnaire with { Id = id });
            }
        }

        return questionnaires;
    }

    public JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = Scalars.Id.Schema(),
        ["additionalProperties"] = QuestionnaireShape.Shape.Schema(),
    };
}
