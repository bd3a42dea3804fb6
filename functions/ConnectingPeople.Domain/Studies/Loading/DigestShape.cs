namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What a digest for supervision looks for.</summary>
internal static class DigestShape
{
    private static readonly Key<int> QuietAfter = Key.Required(
        "quietAfter", Scalars.Integer(1, 52), "after how many check-ins in a row without an answer somebody counts as quiet");
    private static readonly Key<int> StalledAfter = Key.Required(
        "stalledAfter", Scalars.Integer(2, 52), "in how many ratings in a row without a rise a goal has stalled");
    private static readonly Key<string> Barriers = Key.Optional(
        "barriers", Scalars.Id, null, "the choice that names what gets in the way; leave it out to do without");
    private static readonly Key<IReadOnlyList<DigestSign?>> Signs = Key.Required(
        "signs", new ListShape<DigestSign>("a list of signs", SignShape.Shape),
        "answers that show an element of the model at work; whether a goal is set is always looked for");

    public static IShape<DigestDefinition> Shape { get; } = new MapShape<DigestDefinition>(
        "the digest", [QuietAfter, StalledAfter, Barriers, Signs], Make);

    private static DigestDefinition Make(Fields fields)
    {
        DigestDefinition digest = new(fields.Get(QuietAfter), fields.Get(StalledAfter), fields.Get(Barriers), fields.List(Signs));
        NamedQuestion.Check<ChoiceQuestion, ChoicesQuestion>(fields, Barriers, digest.Barriers, "choice");
        Twins.Refuse("sign", Twins.IdsIn(fields.Node.Find(Signs.Name)), fields.Reading);
        return digest;
    }
}

/// <summary>An answer that shows an element of the model at work.</summary>
internal static class SignShape
{
    private static readonly Key<string> Id = Key.Required("id", Scalars.Id, "names the sign; goal-set is looked for anyway");
    private static readonly Key<string> Label = Key.Required("label", Scalars.Line, "what it is, as it goes on after \"no sign of\", such as: a new contact");
    private static readonly Key<string> Question = Key.Required("question", Scalars.Id, "the question whose answer shows it");
    private static readonly Key<string> Is = Key.Optional("is", Scalars.Line, null, "shown by this very answer: yes, no, or the value of an option");
    private static readonly Key<int> AtLeast = Key.Optional(
        "atLeast", Scalars.Integer(-QuestionType.MaxCount, QuestionType.MaxCount), 0, "shown by a number from this one");
    private static readonly Key<Period> Within = Key.Required("within", Durations.Exact, "how long none may come before it is named as missing, such as P56D");

    public static IShape<DigestSign> Shape { get; } = new MapShape<DigestSign>("a sign", [Id, Label, Question, Is, AtLeast, Within], Make);

    private static DigestSign Make(Fields fields)
    {
        DigestSign sign = new(
            fields.Get(Id) ?? "", fields.Get(Label) ?? "", fields.Get(Question) ?? "", fields.Get(Is), Number(fields), fields.Get(Within) ?? Period.Zero);
        if (sign.Id == DigestSign.GoalSet)
        {
            fields.Refuse(Id, $"'{sign.Id}' is looked for in every study", "remove this sign, or give it another id");
        }

        if (fields.Has(Is) == fields.Has(AtLeast))
        {
            fields.Reading.Refuse(
                fields.Node, $"a sign says one of is and atLeast; here {(fields.Has(Is) ? "are both" : "is none")}", "keep exactly one");
        }
        else if (fields.IsSound(Question) && fields.Reading.Questions is { } questions)
        {
            Check(fields, sign, [.. questions.Where(question => question.Id == sign.Question)], questions);
        }

        return sign;
    }

    private static int? Number(Fields fields)
    {
        int number = fields.Get(AtLeast);
        return fields.Has(AtLeast) ? number : null;
    }

    /// <remarks>Questionnaires may share an id; the answer must fit one of those questions.</remarks>
    private static void Check(Fields fields, DigestSign sign, IReadOnlyList<Question> named, IReadOnlyCollection<Question> all)
    {
        Key key = fields.Has(Is) ? Is : AtLeast;
        string value = sign.Is ?? sign.AtLeast?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        if (named.Count == 0)
        {
            fields.Refuse(Question, $"no questionnaire has a question {Words.Quote(sign.Question)}", Words.Suggest(sign.Question, all.Select(question => question.Id).Distinct()));
        }
        else if (!fields.IsFaulty(key) && named.Select(question => AskWhenCheck.CureFor(question, key.Name, value)).ToList() is var cures && cures.All(cure => cure is not null))
        {
            fields.Refuse(key, $"'{key.Name}: {Words.Shorten(value)}' never fits an answer to '{sign.Question}', which is of type {named[0].Type}", cures[0]!);
        }
    }
}
