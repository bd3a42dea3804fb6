using ConnectingPeople.Domain.FollowUps.Measures;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What several types of measure share.</summary>
internal static class MeasureKeys
{
    public static readonly Key<string> Unit = Key.Required("unit", Scalars.Line, "what a score counts, such as: points from 7 to 35");

    /// <summary>The earlier measure that a key names.</summary>
    /// <returns>Null, and an error, where there is none of that type; without one where the measure itself has errors.</returns>
    public static T? Earlier<T>(Fields fields, Key<string> key, string type)
        where T : Measure
    {
        string? id = fields.Get(key);
        if (id is null || !fields.IsSound(key))
        {
            return null;
        }

        Dictionary<string, Measure?> earlier = fields.Reading.Measures;
        bool isThere = earlier.TryGetValue(id, out Measure? named);
        if (!isThere || named is not (null or T))
        {
            IEnumerable<string> fitting = earlier.Where(measure => measure.Value is T).Select(measure => measure.Key);
            fields.Refuse(key, isThere ? $"{Words.Quote(id)} isn't {type}" : $"there is no earlier measure {Words.Quote(id)}", Words.Suggest(id, fitting));
        }

        return named as T;
    }
}
