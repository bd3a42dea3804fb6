using ConnectingPeople.Domain.Agencies;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What makes up the model, and how fully an agency must implement it.</summary>
internal static class FidelityShape
{
    private static readonly Key<decimal> Full = Key.Required(
        "full", Scalars.Number(FidelityAssessment.Least, FidelityAssessment.Most), "from this mean of scores on an agency implements the model fully");

    private static readonly Key<int> Sources = Key.Required(
        "sources", Scalars.Integer(1, Enum.GetValues<FidelitySource>().Length),
        "how many different sources must have scored an element before an agency counts as assessed");

    private static readonly Key<string> Id = Key.Required("id", Scalars.Id, "names the element in assessments");
    private static readonly Key<string> Label = Key.Required("label", Scalars.Line, "what it is, as assessors read it");

    private static readonly Key<IReadOnlyList<FidelityElement?>> Elements = Key.Required(
        "elements",
        new ListShape<FidelityElement>(
            "a list of elements",
            new MapShape<FidelityElement>("an element", [Id, Label], fields => new FidelityElement(fields.Get(Id) ?? "", fields.Get(Label) ?? "")),
            atLeast: 1),
        "what an agency does when it implements the model");

    public static IShape<FidelityDefinition> Shape { get; } = new MapShape<FidelityDefinition>("the fidelity", [Full, Sources, Elements], Make);

    private static FidelityDefinition Make(Fields fields)
    {
        FidelityDefinition fidelity = new(fields.Get(Full), fields.Get(Sources), fields.List(Elements));
        Twins.Refuse("element", Twins.IdsIn(fields.Node.Find(Elements.Name)), fields.Reading);
        return fidelity;
    }
}
