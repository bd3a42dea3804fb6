using System.Globalization;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.Replies;

/// <summary>What holds for any reply.</summary>
public sealed class ReplyReaderProperties
{
    private const int LongestSms = 1_600;

    private static readonly ReplyReader Reader = ReadingDefinition.Reader;

    private static readonly Question[] Questions =
        [.. AskedQuestions.Each, new DateQuestion { Id = "day", Text = MessageText.Plain("When?") }];

    private static readonly string[] Pieces =
    [
        "3", "12", "-", "/", ".", ",", " ", "\n", "\0", "\u200f", "\u202e", "\ud83d", "\udc4d", "👍🏽", "3️⃣", "’", "é", "ﬁ", "٣", "½", "stop",
        "don't", "I'll", "no", "one", "two", "hundred", "none", "yes", "getting", "there", "money", "call", "me", "please", "kill", "myself",
        "first", "31", "march", "2026", "S", "T", "O", "P", "a", "twenty", "half", "dozen", "of", "out", "<3", ":D", "im",
    ];

    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String[Gen.Char, 0, LongestSms],
        Gen.OneOf(Pieces).Array[0, 40].Select(string.Concat),
        Gen.OneOf(Pieces).Array[0, 12].Select(words => string.Join(' ', words)));

    private static readonly Gen<Question> AnyQuestion = Gen.OneOf(Questions);

    [Fact]
    public void No_reply_is_too_strange_to_be_read() =>
        Gen.Select(AnyQuestion, Anything).Sample((question, reply) =>
        {
            Understanding understanding = Reader.Read(question, reply);
            Assert.Equal(understanding.Outcome == ReplyOutcome.Answer, understanding.Value is not null);
        });

    [Fact]
    public void No_reply_is_too_strange_to_hold_several_answers() =>
        Gen.Select(AnyQuestion, Anything).Sample((question, reply) =>
        {
            IReadOnlyList<Understood> read = Reader.ReadSeveral(question, reply, (_, _) => AskedQuestions.Get("people"));

            Assert.Equal(question, read[0].Question);
            Assert.Equal(Reader.Read(question, reply).Risk, read[0].Understanding.Risk);
        });

    [Fact]
    public void A_number_understood_is_one_that_the_question_allows() =>
        Gen.Select(Gen.Int[-5, 5], Gen.Int[0, 120], Gen.Bool, Anything).Sample((min, range, counts, reply) =>
        {
            Question question = counts
                ? new CountQuestion(min, min + range) { Id = "q", Text = MessageText.Plain("") }
                : new ScaleQuestion(min, min + range, new Dictionary<int, string>()) { Id = "q", Text = MessageText.Plain("") };

            Understanding understanding = Reader.Read(question, reply);

            Assert.True(understanding.Outcome != ReplyOutcome.Answer
                || int.Parse(understanding.Value!, CultureInfo.InvariantCulture) is int value && value >= min && value <= min + range);
        });

    [Fact]
    public void Case_space_and_punctuation_around_a_keyword_change_nothing() =>
        Gen.Select(
            AnyQuestion,
            Gen.OneOf("stop", "unsubscribe", "end", "start", "help", "pause", "call me"),
            Gen.Bool.Array[12],
            Gen.OneOf("", " ", "\n", "  \t", "\"", "(", "* "),
            Gen.OneOf("", " ", "!", "...", " !!", "\r\n", ")", "?", " x", " please", " :)"))
        .Sample((question, keyword, capitals, before, after) =>
        {
            string written = string.Concat(keyword.Select((letter, place) => capitals[place] ? char.ToUpperInvariant(letter) : letter));

            Assert.Equal(Reader.Read(question, keyword).Outcome, Reader.Read(question, before + written + after).Outcome);
        });

    [Fact]
    public void An_alternative_makes_any_number_unclear() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.OneOf(" or ", " maybe ", "-", "/", " to ", ", or ", " and ", " no ", "? or "), Gen.OneOf("", "about ", "i think ", "its a "))
            .Where((first, second, _, _) => first != second && second != 5)
            .Sample((first, second, alternative, lead) =>
                Assert.Equal(
                    ReplyOutcome.AskAgain,
                    Reader.Read(AskedQuestions.Get("feeling"), $"{lead}{first}{alternative}{second}").Outcome));

    [Fact]
    public void Ordinary_words_after_a_worry_never_hide_it() =>
        Gen.Select(
            Gen.OneOf("i want to die", "he hits me", "no reason to live", "i took all my tablets", "sucidal", "nowhere to sleep", "dont want to be here"),
            Gen.OneOf("today", "and", "the", "bus", "was", "late", "3", "thanks", ":)", "stop", "mum", "tea", "\n", "lol").Array[0, 12])
        .Sample((worry, words) => Assert.True(Reader.Read(AskedQuestions.Get("feeling"), $"{worry} {string.Join(' ', words)}").Risk));

    [Fact]
    public void A_number_word_is_its_digits() =>
        Gen.Int[1, 99].Sample(number =>
            Assert.Equal(
                number.ToString(CultureInfo.InvariantCulture),
                Reader.Read(AskedQuestions.Get("people"), NumberWords.Of(number)).Value));
}
