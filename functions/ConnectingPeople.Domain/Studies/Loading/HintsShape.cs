namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>How each type of question can be answered.</summary>
internal static class HintsShape
{
    private static readonly IReadOnlyList<Key<MessageText>> Hints =
        [.. QuestionType.All.Keys.Select(
            type => Key.Required(type, new TextShape(VariablesOf(type)), $"how a question of type {type} can be answered"))];

    public static IShape<IReadOnlyDictionary<string, MessageText>> Shape { get; } = new MapShape<IReadOnlyDictionary<string, MessageText>>(
        "the hints", [.. Hints], fields => Hints.ToDictionary(hint => hint.Name, hint => fields.Get(hint) ?? MessageText.Plain("")));

    private static string[] VariablesOf(string type) => type switch
    {
        "scale" or "count" => ["min", "max"],
        "choice" or "choices" => ["options"],
        _ => [],
    };
}
