namespace ConnectingPeople.Domain.Studies;

/// <summary>Questions asked together, in order. A check-in keeps the version that it was asked with.</summary>
/// <param name="Id">Names it in schedules, waves and datasets.</param>
/// <param name="Version">Counts up whenever wording, order or answers change; 1 at first.</param>
/// <param name="Questions">At least one.</param>
public sealed record Questionnaire(string Id, int Version, IReadOnlyList<Question> Questions)
{
    private readonly Dictionary<string, int> places = Questions.Select((question, place) => (question.Id, place)).ToDictionary();

    /// <summary>
    /// What a check-in says around its first question, whichever that is for the person: who writes, and that STOP works.
    /// </summary>
    public MessageText? Opening { get; init; }

    /// <summary>The first message of a check-in.</summary>
    /// <param name="language">The person's.</param>
    /// <param name="values">With the first question, rendered, as <see cref="TextValues.Question"/>.</param>
    public string Open(string language, in TextValues values) => Opening?.In(language, values) ?? values.Question;

    /// <summary>The question of that id.</summary>
    /// <returns>Null when a newer version of the questionnaire dropped it.</returns>
    public Question? Find(string id) => places.TryGetValue(id, out int place) ? Questions[place] : null;

    /// <summary>Where the question stands, counted from 0; -1 when it isn't there.</summary>
    public int PlaceOf(string id) => places.GetValueOrDefault(id, -1);
}
