namespace ConnectingPeople.Domain.Studies;

/// <summary>What a message may say about the person it goes to. A definition's template that names anything else is refused at load.</summary>
/// <param name="Name">The first name, or <see cref="Messaging.FirstName.Token"/> where the text is stored.</param>
/// <param name="Goal">The goal in question, shortened for a text message; empty without one.</param>
/// <param name="Question">The question that a reminder or an apology repeats.</param>
/// <param name="Hint">How the question can be answered, such as "a number from 1 to 5".</param>
/// <param name="Until">A day in words, such as "Thursday 5 March".</param>
/// <param name="Min">The lowest number that the question takes.</param>
/// <param name="Max">The highest number that the question takes.</param>
public readonly record struct TextValues(string Name, string Goal = "", string Question = "", string Hint = "", string Until = "", int Min = 0, int Max = 0);

/// <summary>A message in each language of the study, as Liquid templates that were compiled and checked at load.</summary>
public sealed class MessageText
{
    private readonly IReadOnlyDictionary<string, Func<TextValues, string>> languages;

    public MessageText(IReadOnlyDictionary<string, Func<TextValues, string>> languages) => this.languages = languages;

    /// <summary>The same words whatever the language or person.</summary>
    public static MessageText Plain(string text) => new(new Dictionary<string, Func<TextValues, string>> { [""] = _ => text });

    /// <summary>The message for one person, in their language; in the study's first where that is missing.</summary>
    public string In(string language, in TextValues values) =>
        (languages.TryGetValue(language, out Func<TextValues, string>? render) ? render : languages.Values.First())(values);
}
