using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

public sealed class ShippedDefinitionTests
{
    private static readonly Study Study = Shipped.Study;

    private static readonly TextValues Longest =
        new(new string('W', FirstName.MaxLength), new string('W', GoalText.MaxLength), Until: "Wednesday 30 September", Link: $"https://study.example.org/check-in/{new string('x', 34)}");

    public static TheoryData<string, string> QuestionnairesAndLanguages =>
        [.. from questionnaire in Study.Questionnaires.Keys from language in Study.Languages select (questionnaire, language)];

    public static TheoryData<string> Languages => [.. Study.Languages];

    [Fact]
    public void The_shipped_definition_loads_without_error_or_warning()
    {
        Loaded<Study> loaded = StudyDefinition.Load(Shipped.Yaml, "connecting-people.yaml");

        Assert.Empty(loaded.Errors.Select(error => error.ToString()));
        Assert.Empty(loaded.Warnings.Select(warning => warning.ToString()));
        Assert.True(loaded.IsSound);
    }

    [Theory]
    [MemberData(nameof(QuestionnairesAndLanguages))]
    public void Every_question_is_one_sms_in_whatever_it_comes(string questionnaire, string language)
    {
        StudyMessages messages = Study.Messages;
        Questionnaire asked = Study.Questionnaires[questionnaire];
        List<string> texts = [];
        foreach (Question question in asked.Questions)
        {
            texts.Add(messages.AskDifferently.In(language, Longest with { Hint = messages.HintFor(question, language) }));
            foreach (MessageText wording in new[] { question.Text, question.Again }.OfType<MessageText>())
            {
                TextValues values = Longest with { Question = wording.In(language, Longest) };
                texts.AddRange([values.Question, messages.Reminder.In(language, values), messages.AskAgain.In(language, values), messages.MovingOn.In(language, values)]);
            }
        }

        IEnumerable<string> openings = MayBeFirst(asked).Select(first => asked.Open(language, Longest with { Question = first.Text.In(language, Longest) }));
        if (asked.Opening!.Variables.Contains("link"))
        {
            Assert.All(openings, text => Assert.Equal(2, SmsSegments.Count(text)));
        }
        else
        {
            texts.AddRange(openings);
        }

        Assert.DoesNotContain(texts, text => SmsSegments.Count(text) > 1 || !SmsSegments.IsGsm(text));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_message_is_one_sms(string language)
    {
        IEnumerable<string> texts = typeof(StudyMessages).GetProperties()
            .Where(property => property.PropertyType == typeof(MessageText))
            .Select(property => ((MessageText)property.GetValue(Study.Messages)!).In(language, Longest));

        Assert.DoesNotContain(texts, text => SmsSegments.Count(text) > 1 || !SmsSegments.IsGsm(text));
    }

    [Theory]
    [MemberData(nameof(QuestionnairesAndLanguages))]
    public void The_first_message_greets_names_us_and_says_that_stop_works(string questionnaire, string language)
    {
        Questionnaire asked = Study.Questionnaires[questionnaire];

        Assert.All(
            MayBeFirst(asked).Select(first => asked.Open(language, new TextValues("Amira", Question: first.Text.In(language, new TextValues("Amira", "sing"))))),
            text =>
            {
                Assert.StartsWith("Hi Amira", text, StringComparison.Ordinal);
                Assert.Contains("Connecting People", text, StringComparison.Ordinal);
                Assert.Contains("STOP", text, StringComparison.Ordinal);
            });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Whoever_may_be_in_distress_is_told_where_to_turn(string language)
    {
        StudyMessages messages = Study.Messages;
        string signposting = messages.Signposting.In(language, Longest);

        Assert.All(["999", "116 123", "85258", "NHS 111 option 2"], number => Assert.Contains(number, signposting, StringComparison.Ordinal));
        Assert.All(
            [messages.Noted, messages.StillOptedOut, messages.CallMe, messages.UnknownNumber, messages.LeftStudy, messages.Help],
            message => Assert.Matches("999.*116 123", message.In(language, Longest)));
    }

    [Theory]
    [MemberData(nameof(QuestionnairesAndLanguages))]
    public void A_form_asks_in_words_of_its_own_and_never_to_send_anything(string questionnaire, string language)
    {
        IEnumerable<string?> texts = Study.Questionnaires[questionnaire].Questions.Select(question => question.FormText?.In(language, Longest));

        Assert.All(texts, text => Assert.DoesNotMatch("(?i)send|reply|skip|last one|\\n[1-9] ", Assert.IsType<string>(text)));
    }

    [Fact]
    public void The_weekly_check_in_asks_for_the_goal_first_and_for_a_barrier_only_when_it_is_stuck()
    {
        Questionnaire weekly = Study.Questionnaires["weekly"];

        Assert.Equal(["goal", "people", "new-person", "connected", "barrier", "anything-else"], weekly.Questions.Select(question => question.Id));
        Assert.Equal(new AskWhen("goal", AtMost: 2), weekly.Find("barrier")!.AskWhen);
    }

    [Fact]
    public void Baseline_and_nine_months_ask_the_same_and_every_type_of_question_is_used()
    {
        Assert.Equal([("baseline", "follow-up"), ("nine-month", "follow-up")], Study.Waves.Select(wave => (wave.Id, wave.Questionnaire)));
        Assert.Equal(15, Study.Questionnaires["follow-up"].Questions.Count);
        Assert.Equal(
            ["choice", "choices", "count", "date", "scale", "text", "yes-no"],
            Study.Questionnaires.Values.SelectMany(questionnaire => questionnaire.Questions).Select(question => question.Type).Distinct().Order());
    }

    /// <summary>The first question, and for a person without a goal the first that isn't about it.</summary>
    private static IEnumerable<Question> MayBeFirst(Questionnaire questionnaire) =>
        [questionnaire.Questions[0], questionnaire.Questions.First(question => !question.AboutGoal)];
}
