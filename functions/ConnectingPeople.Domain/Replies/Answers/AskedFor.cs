using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>The words of a question, because "3 days" answers "How many days …?" and no other.</summary>
internal sealed class AskedFor(Question question)
{
    private const int ShortestNoun = 4;

    private readonly string text = question.Text is null ? "" : question.Text.In("", default).ToLowerInvariant();

    /// <summary>Whether the question itself names that thing.</summary>
    public bool Names(ReadOnlySpan<char> thing) =>
        thing.Length >= ShortestNoun && text.AsSpan().Contains(thing.TrimEnd('s'), StringComparison.Ordinal);
}
