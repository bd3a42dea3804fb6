namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Which earlier answer makes a question worth asking.</summary>
internal static class AskWhenShape
{
    private static readonly IShape<int> Number = Scalars.Integer(-QuestionType.MaxCount, QuestionType.MaxCount);

    private static readonly Key<string> Question = Key.Required("question", Scalars.Id, "the id of an earlier question");
    private static readonly Key<int> AtMost = Key.Optional("atMost", Number, 0, "asked after a number up to this one");
    private static readonly Key<int> AtLeast = Key.Optional("atLeast", Number, 0, "asked after a number from this one");
    private static readonly Key<string> Is = Key.Optional(
        "is", Scalars.Line, null, "asked after this very answer: yes, no, or the value of an option");

    public static IShape<AskWhen> Shape { get; } = new MapShape<AskWhen>("a condition", [Question, AtMost, AtLeast, Is], Make);

    private static AskWhen Make(Fields fields)
    {
        Key[] given = [.. new Key[] { AtMost, AtLeast, Is }.Where(fields.Has)];
        if (given.Length != 1)
        {
            string found = given.Length == 0 ? "none" : string.Join(" and ", given.Select(key => key.Name));
            fields.Reading.Refuse(fields.Node, $"a condition says one of atMost, atLeast and is; here is {found}", "keep exactly one");
        }

        string question = fields.Get(Question) ?? "";
        int atMost = fields.Get(AtMost);
        int atLeast = fields.Get(AtLeast);
        return new AskWhen(question, fields.Has(AtMost) ? atMost : null, fields.Has(AtLeast) ? atLeast : null, fields.Get(Is));
    }
}
