using ConnectingPeople.Domain.Studies.Loading;

namespace ConnectingPeople.Domain.Studies;

/// <summary>
/// What a message may say about the person it goes to. A definition's template that names anything else is refused at load.
/// </summary>
/// <param name="Name">The first name, or <see cref="Messaging.FirstName.Token"/> where the text is stored.</param>
/// <param name="Goal">The goal in question as <see cref="Participants.GoalText.Shorten"/> gives it; empty without one.</param>
/// <param name="Question">The question that an opening, a reminder or an apology holds.</param>
/// <param name="Hint">How the question can be answered, such as "a number from 1 to 5": <see cref="StudyMessages.HintFor"/>.</param>
/// <param name="Until">A day in words, such as "Thursday 5 March".</param>
/// <param name="Min">The least number that answers the question; only for hints.</param>
/// <param name="Max">The greatest number that answers the question; only for hints.</param>
/// <param name="Options">The question's options with their numbers; only for hints.</param>
/// <param name="Link">Where the form is, or <see cref="Messaging.FormLink.Token"/> where the text is stored.</param>
/// <param name="Questions">How many questions wait; only for emails.</param>
public readonly record struct TextValues(
    string Name,
    string Goal = "",
    string Question = "",
    string Hint = "",
    string Until = "",
    string Min = "",
    string Max = "",
    string Options = "",
    string Link = "",
    string Questions = "");

/// <summary>A message in each language of the study, as Liquid templates that were compiled and checked at load.</summary>
public sealed class MessageText
{
    private readonly Dictionary<string, Func<TextValues, string>> languages;

    public MessageText(IReadOnlyDictionary<string, Func<TextValues, string>> languages) => this.languages = new(languages);

    internal MessageText(Dictionary<string, LiquidText> languages)
        : this(languages.ToDictionary(language => language.Key, language => language.Value.Render)) =>
        Variables = languages.Values.SelectMany(text => text.Variables).ToHashSet();

    /// <summary>Those of <see cref="TextValues"/> that the text names in any language, as templates write them.</summary>
    public IReadOnlySet<string> Variables { get; } = new HashSet<string>();

    /// <summary>The same words whatever the language or person.</summary>
    public static MessageText Plain(string text) => new(new Dictionary<string, Func<TextValues, string>> { [""] = _ => text });

    /// <summary>The message for one person, in their language; in the study's first where that is missing.</summary>
    public string In(string language, in TextValues values) =>
        (languages.TryGetValue(language, out Func<TextValues, string>? render) ? render : languages.Values.First())(values);
}
