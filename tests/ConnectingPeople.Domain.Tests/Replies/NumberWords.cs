namespace ConnectingPeople.Domain.Tests.Replies;

/// <summary>Writes numbers out, by itself: the reader's own tables would prove nothing.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").Split(' ');

    private static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    /// <summary>The number in words, 0 to 99.</summary>
    public static string Of(int number) =>
        number < 20 ? Small[number]
        : number % 10 == 0 ? Tens[(number / 10) - 2]
        : $"{Tens[(number / 10) - 2]} {Small[number % 10]}";
}
