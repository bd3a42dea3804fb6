using System.Text.Json.Nodes;
using ConnectingPeople.Domain.FollowUps.Measures;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A measure: what all have, and what its type adds.</summary>
internal sealed class MeasureShape : IShape<Measure>
{
    private static readonly IReadOnlyDictionary<string, Direction> Directions =
        Enum.GetValues<Direction>().ToDictionary(direction => Domain.Words.Of(direction));

    private static readonly Key<string> Id = Key.Required("id", Scalars.MeasureId, "begins its columns, such as eq5d_baseline");
    private static readonly Key<MeasureType> Type = Key.Required(
        "type", Scalars.OneOf("a type of measure", MeasureType.All), "how it is computed");
    private static readonly Key<string> Label = Key.Required("label", Scalars.Line, "what it measures, in a few words");
    private static readonly Key<Direction> Towards = Key.Required(
        "direction", Scalars.OneOf("a direction", Directions), "which way is better");
    private static readonly Key<string> Instrument = Key.Required("instrument", Scalars.Line, "where its questions come from");
    private static readonly Key<string> Source = Key.Required("source", Scalars.Pattern, "where its formula and figures come from");
    private static readonly Key<int> Digits = Key.Optional("digits", Scalars.Integer(0, 6), 2, "digits behind the point; 2 unless given");
    private static readonly Key<int> FromVersion = Key.Optional(
        "fromVersion", Scalars.Integer(1, 10_000), 1, "the first version of the waves' questionnaire whose answers it takes; 1 unless given");

    private static readonly IReadOnlyList<Key> Common = [Id, Type, Label, Towards, Instrument, Source, Digits, FromVersion];

    public Measure? Read(Node node, Reading reading)
    {
        if (Fields.Of(node, "a measure", reading) is not { } fields)
        {
            return null;
        }

        int before = reading.Errors;
        MeasureType? type = fields.Get(Type);
        IEnumerable<Key> own = type?.Keys ?? MeasureType.All.Values.SelectMany(any => any.Keys);
        fields.AllowOnly([.. Common, .. own], type is null ? "a measure" : $"a measure of type {type.Name}");
        string id = fields.Get(Id) ?? "";
        MeasureHead head = new(
            id, fields.Get(Label) ?? "", fields.Get(Towards), fields.Get(Instrument) ?? "", fields.Get(Source) ?? "", fields.Get(Digits), fields.Get(FromVersion));
        Measure? measure = type?.Make(fields, head);
        measure = reading.Errors == before ? measure : null;
        reading.Measures.TryAdd(Twins.IdIn(node)?.Text ?? "", measure);
        return measure;
    }

    public JsonObject Schema() => ByType.Schema(Common, MeasureType.All.ToDictionary(type => type.Key, type => type.Value.Keys));
}
