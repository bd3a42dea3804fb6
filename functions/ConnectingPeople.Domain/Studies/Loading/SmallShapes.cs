using ConnectingPeople.Domain.Replies;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What worries a human reader.</summary>
internal static class RiskShape
{
    private static readonly Key<IReadOnlyList<string?>> Phrases = Key.Required(
        "phrases", new ListShape<string>("a list of phrases", RiskPatternShape.Shape, atLeast: 1),
        "patterns of words; any that fits means that a human must be told");

    private static readonly Key<IReadOnlyList<string?>> Harmless = Key.Optional(
        "harmless", new ListShape<string>("a list of phrases", RiskPatternShape.Shape), [],
        "patterns that take the worry from the words they cover");

    public static IShape<RiskPhrases> Shape { get; } = new MapShape<RiskPhrases>(
        "the risk phrases", [Phrases, Harmless], fields => new RiskPhrases(fields.List(Phrases), fields.List(Harmless)));
}

/// <summary>How long PAUSE lasts.</summary>
internal static class PauseShape
{
    private static readonly Key<Period> For = Key.Required("for", Durations.Exact, "how long PAUSE lasts");

    public static IShape<Period> Shape { get; } = new MapShape<Period>("the pause", [For], fields => fields.Get(For));
}
