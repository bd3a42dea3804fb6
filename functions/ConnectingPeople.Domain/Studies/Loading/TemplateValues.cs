namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What a template may name, and where the value comes from.</summary>
internal static class TemplateValues
{
    public static IReadOnlyDictionary<string, Func<TextValues, string>> All { get; } = new Dictionary<string, Func<TextValues, string>>
    {
        ["name"] = values => values.Name,
        ["goal"] = values => values.Goal,
        ["question"] = values => values.Question,
        ["hint"] = values => values.Hint,
        ["until"] = values => values.Until,
        ["min"] = values => values.Min,
        ["max"] = values => values.Max,
        ["options"] = values => values.Options,
        ["link"] = values => values.Link,
        ["questions"] = values => values.Questions,
    };
}
