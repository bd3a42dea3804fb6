namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A questionnaire, but for its id, which is the key it stands under.</summary>
internal static class QuestionnaireShape
{
    private static readonly Key<int> Version = Key.Required(
        "version", Scalars.Integer(1, 10_000), "counts up whenever wording, order or answers change; 1 at first");

    private static readonly Key<MessageText> Opening = Key.Required(
        "opening", new TextShape(["name", "goal", "question", "link"], needs: "question"),
        "the first message of a check-in, around its first question: who writes, and how to stop");

    private static readonly Key<IReadOnlyList<Question?>> Questions = Key.Required(
        "questions", new ListShape<Question>("a list of questions", new QuestionShape(alone: false), atLeast: 1), "what it asks, in order");

    public static IShape<Questionnaire> Shape { get; } = new MapShape<Questionnaire>(
        "a questionnaire", [Version, Opening, Questions], Make);

    private static Questionnaire Make(Fields fields)
    {
        int version = fields.Get(Version);
        MessageText? opening = fields.Get(Opening);
        IReadOnlyList<Question?> questions = fields.Get(Questions) ?? [];
        Node? nodes = fields.Node.Find("questions");
        if (nodes is Sequence list)
        {
            AskWhenCheck.Check([.. list.Items.Zip(questions)], fields.Reading);
        }

        Twins.Refuse("question", Twins.IdsIn(nodes), fields.Reading);
        return new Questionnaire("", version, [.. questions.OfType<Question>().DistinctBy(question => question.Id)]) { Opening = opening };
    }
}
