namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Which study a definition is of.</summary>
internal sealed record StudyHead(string Id, string Version, string Name, IReadOnlyList<string> Languages, bool IsSimulated)
{
    private static readonly Key<string> IdKey = Key.Required("id", Scalars.Id, "names the study in exports");
    private static readonly Key<string> VersionKey = Key.Required(
        "version", Scalars.Line, "the definition's own version, such as '2026.1'; every export names it");
    private static readonly Key<string> NameKey = Key.Required("name", Scalars.Line, "the study's name as people know it");
    private static readonly Key<IReadOnlyList<string?>> LanguagesKey = Key.Required(
        "languages", new ListShape<string>("a list of languages", Scalars.Language, atLeast: 1),
        "languages that every text has; the first is the default");

    private static readonly Key<bool> SimulatedKey = Key.Optional(
        "simulated", Scalars.Flag, false, "whether everybody in it is made up; every page and every export then says so");

    public static IShape<StudyHead> Shape { get; } = new MapShape<StudyHead>(
        "the study", [IdKey, VersionKey, NameKey, LanguagesKey, SimulatedKey], Make);

    private static StudyHead Make(Fields fields)
    {
        StudyHead head = new(
            fields.Get(IdKey) ?? "",
            fields.Get(VersionKey) ?? "",
            fields.Get(NameKey) ?? "",
            [.. fields.List(LanguagesKey).Distinct()],
            fields.Get(SimulatedKey));
        fields.Reading.Languages = head.Languages.Count > 0 ? head.Languages : null;
        return head;
    }
}
