using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Replies;

public sealed class DateReplyTests
{
    private static readonly DateQuestion Day = new() { Id = "day", Text = MessageText.Plain("When?") };

    [Theory]
    [InlineData("5 March 2026")]
    [InlineData("5th of March 2026")]
    [InlineData("the fifth of march 2026")]
    [InlineData("March 5 2026")]
    [InlineData("march 5th, 2026")]
    [InlineData("5/3/26")]
    [InlineData("05.03.2026")]
    [InlineData("5-3-2026")]
    [InlineData("2026-03-05")]
    [InlineData("Thursday 5 March 2026")]
    [InlineData("it was on 5 mar 26 I think")]
    public void A_complete_day_is_understood_day_before_month(string reply) => Assert.Equal("2026-03-05", Read(reply).Value);

    [Theory]
    [InlineData("5 March")]
    [InlineData("March 2026")]
    [InlineData("5/3")]
    [InlineData("3/15/2026")]
    [InlineData("31/2/2026")]
    [InlineData("Friday 5 March 2026")]
    [InlineData("5/3/45")]
    [InlineData("5 or 6 March 2026")]
    [InlineData("next week")]
    [InlineData("5")]
    [InlineData("5/3/2026 or 6/3/2026")]
    [InlineData("Thursday")]
    [InlineData("today")]
    public void A_day_that_is_not_complete_or_does_not_exist_is_asked_again(string reply) =>
        Assert.Equal(ReplyOutcome.AskAgain, Read(reply).Outcome);

    [Theory]
    [InlineData("today", "2026-03-05")]
    [InlineData("Yesterday", "2026-03-04")]
    [InlineData("tomorow", "2026-03-06")]
    public void A_day_told_from_today_needs_to_know_today(string reply, string day) =>
        Assert.Equal(day, Read(reply, new LocalDate(2026, 3, 5)).Value);

    private static Understanding Read(string reply, LocalDate? today = null) => ReadingDefinition.Reader.Read(Day, reply, today);
}
