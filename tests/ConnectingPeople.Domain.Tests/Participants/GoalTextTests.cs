using ConnectingPeople.Domain.Participants;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.Participants;

public sealed class GoalTextTests
{
    [Theory]
    [InlineData("join the walking group", "join the walking group")]
    [InlineData("  join\n the   walking group. ", "join the walking group")]
    [InlineData("go to the library on Tuesdays and talk to someone there", "go to the library on Tuesdays...")]
    [InlineData("see my sister, my brother and, if I can, my aunt", "see my sister, my brother and...")]
    [InlineData("Llanfairpwllgwyngyllgogerychwyrndrobwll", "Llanfairpwllgwyngyllgogerychwyr...")]
    [InlineData("visit Mum’s friend – “Jo”…", "visit Mum's friend - \"Jo\"")]
    [InlineData("", "")]
    public void A_goal_is_shortened_at_a_word(string goal, string expected) => Assert.Equal(expected, GoalText.Shorten(goal));

    [Fact]
    public void An_emoji_is_not_torn() =>
        Assert.Equal(new string('x', 30) + "...", GoalText.Shorten(new string('x', 30) + "😀😀😀"));

    [Fact]
    public void A_short_goal_is_never_too_long_and_stays_as_it_is_when_shortened_again() =>
        Gen.String.Sample(goal => GoalText.Shorten(goal) is { Length: <= GoalText.MaxLength } once && GoalText.Shorten(GoalText.Shorten(once)) == GoalText.Shorten(once));
}
