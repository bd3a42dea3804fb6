using ConnectingPeople.Domain.Messaging;

namespace ConnectingPeople.Domain.Tests.Messaging;

public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    [InlineData(459, 3)]
    [InlineData(460, 4)]
    public void Plain_letters_fit_160_to_a_message_and_153_to_a_part(int letters, int segments) =>
        Assert.Equal(segments, SmsSegments.Count(new string('a', letters)));

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void One_other_letter_leaves_70_to_a_message_and_67_to_a_part(int letters, int segments) =>
        Assert.Equal(segments, SmsSegments.Count(new string('a', letters - 1) + "’"));

    [Theory]
    [InlineData(80, 1)]
    [InlineData(81, 2)]
    [InlineData(152, 2)] // 76 to a part: the odd septet stays empty
    [InlineData(153, 3)]
    public void An_escaped_letter_takes_two_septets_and_is_not_torn(int letters, int segments) =>
        Assert.Equal(segments, SmsSegments.Count(new string('€', letters)));

    [Theory]
    [InlineData("😀", 35, 1)]
    [InlineData("😀", 36, 2)]
    [InlineData("😀", 66, 2)] // 33 to a part
    [InlineData("😀", 67, 3)]
    [InlineData("👨‍👩‍👧‍👦", 6, 1)]
    [InlineData("👨‍👩‍👧‍👦", 12, 2)] // 6 of 11 code units to a part
    [InlineData("👨‍👩‍👧‍👦", 13, 3)]
    public void An_emoji_is_not_torn(string emoji, int times, int segments) =>
        Assert.Equal(segments, SmsSegments.Count(string.Concat(Enumerable.Repeat(emoji, times))));

    [Theory]
    [InlineData("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ÄÖÑÜ§¿äöñüà", true)]
    [InlineData("^{}\\[~]|€\f", true)]
    [InlineData("`", false)]
    [InlineData("ç", false)]
    [InlineData("Zoë", false)]
    [InlineData("\t", false)]
    [InlineData("–", false)]
    public void The_alphabet_is_that_of_gsm(string text, bool isGsm) => Assert.Equal(isGsm, SmsSegments.IsGsm(text));

    [Fact]
    public void A_line_end_of_two_characters_counts_twice() => Assert.Equal(2, SmsSegments.Count(new string('a', 159) + "\r\n"));
}
