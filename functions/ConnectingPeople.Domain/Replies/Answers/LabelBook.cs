using System.Globalization;
using ConnectingPeople.Domain.Replies.Words;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>An answer that a question offers in words.</summary>
/// <param name="Value">What datasets hold.</param>
/// <param name="Label">What the person reads.</param>
/// <param name="Number">The number by which the person may name it.</param>
/// <param name="Forms">The words by which they may: those of the label, and of the value.</param>
internal sealed record Offer(string Value, string Label, int Number, string[][] Forms);

/// <summary>The answers that a question offers, in its order.</summary>
internal sealed class LabelBook
{
    private LabelBook(Offer[] offers) => Offers = offers;

    public static LabelBook None { get; } = new([]);

    public Offer[] Offers { get; }

    public static LabelBook Of(ScaleQuestion scale, Vocabulary vocabulary) =>
        new([.. scale.Labels.OrderBy(label => label.Key).Select(label => new Offer(
            label.Key.ToString(CultureInfo.InvariantCulture), label.Value, label.Key, [Words(label.Value, vocabulary)]))]);

    public static LabelBook Of(IReadOnlyList<Option> options, Vocabulary vocabulary) =>
        new([.. options.Select((option, index) => new Offer(
            option.Value, option.Label, index + 1, [Words(option.Label, vocabulary), Words(option.Value, vocabulary)]))]);

    /// <summary>A label's words as replies are read, without the articles around them; all of them if nothing else is left.</summary>
    private static string[] Words(string label, Vocabulary vocabulary)
    {
        Message message = Wording.Read(label, new char[label.Length + 1], new Token[label.Length + 1], vocabulary);
        string[] all = new string[message.Count];
        bool[] isLight = new bool[message.Count];
        for (int place = 0; place < message.Count; place++)
        {
            all[place] = message.Text(place).ToString();
            isLight[place] = all[place] is "a" or "an" or "the" or "my" or "i" or "am" or "it" or "is";
        }

        string[] core = [.. all.SkipWhile((_, place) => isLight[place])];
        return core.Length > 0 ? core : all;
    }
}
