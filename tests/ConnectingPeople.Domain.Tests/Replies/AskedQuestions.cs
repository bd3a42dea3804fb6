using System.Text.Json;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Replies;

/// <summary>The questions of <c>questions.json</c>, by key.</summary>
internal static class AskedQuestions
{
    private static readonly Dictionary<string, Question> All = Load();

    public static Question Get(string key) => All[key];

    public static IEnumerable<Question> Each => All.Values;

    private static Dictionary<string, Question> Load()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Replies", "questions.json")));
        return document.RootElement.EnumerateObject().ToDictionary(question => question.Name, question => Read(question.Name, question.Value));
    }

    private static Question Read(string id, JsonElement json)
    {
        MessageText text = MessageText.Plain(id);
        return json.GetProperty("type").GetString() switch
        {
            "scale" => new ScaleQuestion(Int(json, "min"), Int(json, "max"), Labels(json)) { Id = id, Text = text },
            "count" => new CountQuestion(Int(json, "min"), Int(json, "max")) { Id = id, Text = text },
            "yes-no" => new YesNoQuestion { Id = id, Text = text },
            "choice" => new ChoiceQuestion(Options(json)) { Id = id, Text = text },
            "choices" => new ChoicesQuestion(Options(json)) { Id = id, Text = text },
            "date" => new DateQuestion { Id = id, Text = text },
            _ => new TextQuestion { Id = id, Text = text },
        };
    }

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static Dictionary<int, string> Labels(JsonElement json) => json.TryGetProperty("labels", out JsonElement labels)
        ? labels.EnumerateObject().ToDictionary(label => int.Parse(label.Name, System.Globalization.CultureInfo.InvariantCulture), label => label.Value.GetString()!)
        : [];

    private static List<Option> Options(JsonElement json) =>
        [.. json.GetProperty("options").EnumerateArray().Select(option => new Option(option.GetProperty("value").GetString()!, option.GetProperty("label").GetString()!))];
}
