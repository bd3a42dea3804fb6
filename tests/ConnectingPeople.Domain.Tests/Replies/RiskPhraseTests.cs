using ConnectingPeople.Domain.Replies;

namespace ConnectingPeople.Domain.Tests.Replies;

public sealed class RiskPhraseTests
{
    [Theory]
    [InlineData("kill|killing myself", "I was KILLING... my self", true)]
    [InlineData("kill|killing myself", "kill him", false)]
    [InlineData("end my [own] life", "end my own life", true)]
    [InlineData("end my [own] life", "end my life", true)]
    [InlineData("end my [own] life", "end my sad life", false)]
    [InlineData("jump off ... bridge", "jump off that old bridge", true)]
    [InlineData("jump off ... bridge", "jump off a chair near to the bridge", false)]
    [InlineData("suicidal~", "sucidal", true)]
    [InlineData("suicidal~", "social", false)]
    [InlineData("abused~", "amused", false)]
    [InlineData("don't want to live", "i do not wanna live", true)]
    [InlineData("want to die", "i want to just please die", true)]
    [InlineData("want to die", "want 2 die", true)]
    [InlineData("took 10+ tablets", "took 20 tablets", true)]
    [InlineData("took 10+ tablets", "took twenty tablets", true)]
    [InlineData("took 10+ tablets", "took 2 tablets", false)]
    [InlineData("no one cares", "nobody cares", true)]
    public void A_pattern_fits_the_words_it_describes(string pattern, string reply, bool fits) =>
        Assert.Equal(fits, Reads(reply, [pattern], []));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[my] life")]
    [InlineData("... life")]
    [InlineData("end it ...")]
    [InlineData("10+ tablets")]
    [InlineData("end||it")]
    [InlineData("end (it)")]
    [InlineData("kill~")]
    [InlineData("suicide~~")]
    [InlineData("can't|won't go on")]
    [InlineData("[unfinished life")]
    public void A_malformed_pattern_is_refused_with_a_reason(string pattern)
    {
        Assert.NotNull(RiskPhrases.Check(pattern));
        Assert.Throws<ArgumentException>(() => Reads("", [pattern], []));
    }

    [Fact]
    public void Every_shipped_pattern_is_well_formed() =>
        Assert.All(ReadingDefinition.Risk.Phrases.Concat(ReadingDefinition.Risk.Harmless), pattern => Assert.Null(RiskPhrases.Check(pattern)));

    [Theory]
    [InlineData("killing time", false)]
    [InlineData("killing time before I kill myself", true)]
    [InlineData("kill myself laughing", false)]
    [InlineData("kill myself laughing or kill myself", true)]
    public void A_harmless_phrase_covers_its_own_words_alone(string reply, bool risk) =>
        Assert.Equal(risk, Reads(reply, ["kill myself"], ["killing time", "kill myself laughing"]));

    [Fact]
    public void What_one_study_lets_be_misspelt_another_does_not()
    {
        Assert.True(Reads("my turtel", ["turtle~"], []));
        Assert.False(Reads("my turtel", ["turtle"], []));
    }

    private static bool Reads(string reply, string[] phrases, string[] harmless) =>
        new ReplyReader(ReadingDefinition.Keywords, new RiskPhrases(phrases, harmless)).Read(AskedQuestions.Get("anything-else"), reply).Risk;
}
