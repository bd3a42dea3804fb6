using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Replies;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>The whole definition.</summary>
internal static class StudyShape
{
    private static readonly Key<StudyHead> Head = Key.Required("study", StudyHead.Shape, "which study this is");
    private static readonly Key<SendingHours> Sending = Key.Required("sending", SendingShape.Shape, "when people may be written to");
    private static readonly Key<IReadOnlyDictionary<string, Questionnaire>> Questionnaires = Key.Required(
        "questionnaires", new QuestionnairesShape(), "questions asked together, by id");
    private static readonly Key<IReadOnlyList<CheckInSchedule?>> CheckIns = Key.Required(
        "checkIns", new ListShape<CheckInSchedule>("a list of check-ins", CheckInShape.Shape),
        "questionnaires that come round again and again");
    private static readonly Key<IReadOnlyList<WaveDefinition?>> Waves = Key.Required(
        "waves", new ListShape<WaveDefinition>("a list of waves", WaveShape.Shape),
        "measurements at one point of everybody's time in the study");
    private static readonly Key<Keywords> Keyword = Key.Required(
        "keywords", KeywordsShape.Shape, "words that mean the same at any time, when they are the whole message");
    private static readonly Key<RiskPhrases> Risk = Key.Required("risk", RiskShape.Shape, "what worries a human reader");
    private static readonly Key<Period> Pause = Key.Required("pause", PauseShape.Shape, "what PAUSE does");
    private static readonly Key<StudyMessages> Messages = Key.Required("messages", MessagesShape.Shape, "messages that are no question");
    private static readonly Key<AlertPlan> Alerts = Key.Required(
        "alerts", AlertsShape.Shape, "which causes raise an alert, and who hears of it when");
    private static readonly Key<FidelityDefinition> Fidelity = Key.Required(
        "fidelity", FidelityShape.Shape, "what makes up the model, and how fully an agency must implement it");
    private static readonly Key<DigestDefinition> Digest = Key.Required("digest", DigestShape.Shape, "what a digest for supervision looks for");
    private static readonly Key<IReadOnlyList<Measure?>> Measures = Key.Optional(
        "measures", new ListShape<Measure>("a list of measures", new MeasureShape()), [],
        "scores made from the answers at baseline and nine months; none unless given");
    private static readonly Key<ExportOptions> Exports = Key.Required("exports", ExportsShape.Shape, "what exports hold, and how many are kept");

    private static readonly Key<RetentionDefinition> Retention = Key.Optional(
        "retention", RetentionShape.Shape, null, "how long personal data is kept; without it nothing goes by age alone");

    public static IShape<Study> Shape { get; } = new MapShape<Study>(
        "a study definition", [Head, Sending, CheckIns, Waves, Questionnaires, Keyword, Risk, Pause, Messages, Alerts, Fidelity, Digest, Measures, Exports, Retention],
        Make);

    /// <summary>Reads first what later parts are checked against.</summary>
    private static Study Make(Fields fields)
    {
        StudyHead head = fields.Get(Head) ?? new StudyHead("", "", "", [], false);
        SendingHours? sending = fields.Reading.Sending = fields.Get(Sending);
        fields.Reading.Questionnaires = (fields.Node.Find("questionnaires") as Mapping)?.Entries.Select(entry => entry.Key.Text).ToList();
        IReadOnlyDictionary<string, Questionnaire> questionnaires = fields.Get(Questionnaires) ?? new Dictionary<string, Questionnaire>();
        List<WaveDefinition> waves = fields.List(Waves);
        fields.Reading.Questions = fields.IsSound(Questionnaires) ? [.. questionnaires.Values.SelectMany(questionnaire => questionnaire.Questions)] : null;
        fields.Reading.FollowUps = fields.IsSound(Questionnaires) && fields.IsSound(Waves) ? AskedAt(waves, questionnaires) : null;
        fields.Reading.Waves = fields.IsSound(Waves) ? [.. waves.Select(wave => wave.Id)] : null;
        Study study = new()
        {
            Id = head.Id,
            Version = head.Version,
            Name = head.Name,
            Languages = head.Languages,
            IsSimulated = head.IsSimulated,
            Sending = sending!,
            Questionnaires = questionnaires,
            CheckIns = fields.List(CheckIns),
            Waves = waves,
            Keywords = fields.Get(Keyword)!,
            Risk = fields.Get(Risk)!,
            PauseFor = fields.Get(Pause) ?? Period.Zero,
            Messages = fields.Get(Messages)!,
            Alerts = fields.Get(Alerts)!,
            Fidelity = fields.Get(Fidelity)!,
            Digest = fields.Get(Digest)!,
            Measures = MeasuresOf(fields),
            Exports = fields.Get(Exports)!,
            Retention = fields.Get(Retention),
        };
        Twins.Refuse(
            "check-in or wave", Twins.IdsIn(fields.Node.Find("checkIns")).Concat(Twins.IdsIn(fields.Node.Find("waves"))), fields.Reading);
        Twins.Refuse("measure", Twins.IdsIn(fields.Node.Find(Measures.Name)), fields.Reading);
        return study;
    }

    private static List<Measure> MeasuresOf(Fields fields)
    {
        List<Measure> measures = fields.List(Measures);
        if (fields.Has(Measures) && fields.Reading.FollowUps is { Count: 0 })
        {
            fields.Refuse(
                Measures,
                $"there is no wave '{WaveDefinition.Baseline}' and none '{WaveDefinition.NineMonth}', whose answers measures are made from",
                "give a wave one of these ids, or leave the measures out");
        }

        return measures;
    }

    private static List<(string, Questionnaire)> AskedAt(
        IEnumerable<WaveDefinition> waves, IReadOnlyDictionary<string, Questionnaire> questionnaires) =>
        [.. waves.Where(wave => wave.Id is WaveDefinition.Baseline or WaveDefinition.NineMonth && questionnaires.ContainsKey(wave.Questionnaire))
            .Select(wave => (wave.Id, questionnaires[wave.Questionnaire]))];
}
