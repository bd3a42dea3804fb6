using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConnectingPeople.Domain.Studies.Loading;

namespace ConnectingPeople.Domain.Studies;

/// <summary>Reads study definitions, which are YAML, and so JSON as well.</summary>
public static class StudyDefinition
{
    private static readonly JsonSerializerOptions SchemaOptions = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Loads a definition and checks it as a whole.</summary>
    /// <param name="yaml">The definition, at most a million characters.</param>
    /// <param name="fileName">How errors name it.</param>
    /// <returns>The study, or everything that is wrong with it. Nothing in the text makes it throw.</returns>
    public static Loaded<Study> Load(string yaml, string fileName)
    {
        Reading reading = new(fileName);
        Study? study = YamlTree.Read(yaml, reading) is { } root ? StudyShape.Shape.Read(root, reading) : null;
        if (study is not null && reading.IsSound)
        {
            SegmentCheck.Warn(study, reading);
        }

        return reading.Outcome(study);
    }

    /// <summary>Loads a single question, to try replies with; it needs neither id nor text.</summary>
    /// <param name="yamlOrJson">The question as a definition writes it, such as <c>{"type":"scale","min":1,"max":5}</c>.</param>
    /// <returns>The question, or everything that is wrong with it.</returns>
    public static Loaded<Question> LoadQuestion(string yamlOrJson)
    {
        Reading reading = new("question");
        return reading.Outcome(YamlTree.Read(yamlOrJson, reading) is { } root ? new QuestionShape(alone: true).Read(root, reading) : null);
    }

    /// <summary>The JSON Schema (2020-12) of definitions, for editors; made from what <see cref="Load"/> reads.</summary>
    public static string Schema()
    {
        JsonObject schema = StudyShape.Shape.Schema();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Study definition of Connecting People");
        return schema.ToJsonString(SchemaOptions) + "\n";
    }
}
