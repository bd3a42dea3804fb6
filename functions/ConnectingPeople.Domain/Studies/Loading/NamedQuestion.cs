namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A question that another part of the definition names by its id.</summary>
internal static class NamedQuestion
{
    /// <summary>Refuses the id when no questionnaire has such a question of that type.</summary>
    public static void Check<T>(Fields fields, Key key, string? id, string type)
        where T : Question => Check<T, T>(fields, key, id, type);

    /// <summary>Refuses the id when no questionnaire has such a question of one of two types.</summary>
    /// <param name="fields">Where it is named.</param>
    /// <param name="key">Which key names it.</param>
    /// <param name="id">The id, once it was read.</param>
    /// <param name="type">How people call such questions.</param>
    public static void Check<T1, T2>(Fields fields, Key key, string? id, string type)
        where T1 : Question
        where T2 : Question
    {
        if (id is null || !fields.IsSound(key) || fields.Reading.Questions is not { } questions
            || questions.Any(question => question.Id == id && question is T1 or T2))
        {
            return;
        }

        List<string> fitting = [.. questions.Where(question => question is T1 or T2).Select(question => question.Id).Distinct()];
        fields.Refuse(key, $"no questionnaire has a {type} question {Words.Quote(id)}", Words.Suggest(id, fitting));
    }
}
