using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class DefusingTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44")]
    [InlineData("-1+1")]
    [InlineData("-02")]
    [InlineData("-")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tplain")]
    [InlineData("\rplain")]
    [InlineData("\nplain")]
    [InlineData("\0plain")]
    [InlineData(" =1+1")]
    [InlineData("\u00A0\u3000=1+1")]
    [InlineData("\uFEFF\u200B=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData(" ＠SUM(A1)")]
    [InlineData(" -2")]
    public void A_cell_that_a_spreadsheet_might_run_has_a_mark_in_front(string text) => Assert.Equal("'" + text, Defusing.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("4")]
    [InlineData("-2")]
    [InlineData("-120")]
    [InlineData("1-2")]
    [InlineData("été")]
    [InlineData(" two = too many")]
    [InlineData("'=1+1")]
    [InlineData("tea\n=1+1")]
    public void Any_other_stays_to_the_letter(string text) => Assert.Equal(text, Defusing.Of(text));
}
