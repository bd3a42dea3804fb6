using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

public sealed class StudyDefinitionTests
{
    private static readonly Study Study = Sample.Load(Sample.Yaml).Value!;

    [Fact]
    public void A_definition_becomes_a_study()
    {
        CheckInSchedule weekly = Assert.Single(Study.CheckIns);
        WaveDefinition wave = Assert.Single(Study.Waves);

        Assert.Equal(("sample", "1", "Sample"), (Study.Id, Study.Version, Study.Name));
        Assert.Equal(["en-GB", "cy"], Study.Languages);
        Assert.Equal([IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday], Study.Sending.Days.Order());
        Assert.Equal((new LocalTime(9, 0), new LocalTime(20, 0), 3), (Study.Sending.From, Study.Sending.To, Study.Sending.MaxPerDay));
        Assert.Equal(("weekly", "check", 7, IsoDayOfWeek.Thursday), (weekly.Id, weekly.Questionnaire, weekly.EveryDays, weekly.On));
        Assert.Equal([Period.FromDays(1), Period.FromDays(2)], weekly.RemindAfter);
        Assert.Equal((Period.FromDays(3), LatePolicy.Skip), (weekly.CloseAfter, weekly.Late));
        Assert.Equal((Period.FromMonths(1), Period.FromDays(0), Period.FromMonths(2)), (wave.Due, wave.Opens, wave.Closes));
        Assert.Equal((WaveAsking.Sms, new LocalTime(12, 0)), (wave.Ask, wave.At));
        Assert.Equal([Period.FromDays(2)], wave.RemindAfter);
        Assert.Equal(["CALL ME"], Study.Keywords.CallMe);
        Assert.Equal((Period.FromDays(14), 30), (Study.PauseFor, Study.Exports.Keep));
    }

    [Fact]
    public void Its_questions_have_what_their_type_adds()
    {
        IReadOnlyList<Question> questions = Study.Questionnaires["check"].Questions;

        ScaleQuestion goal = Assert.IsType<ScaleQuestion>(questions[0]);
        Assert.Equal((1, 4, true, 2), (goal.Min, goal.Max, goal.AboutGoal, goal.Attempts));
        Assert.Equal("done", goal.Labels[4]);
        Assert.Equal((0, 99), (Assert.IsType<CountQuestion>(questions[1]).Min, ((CountQuestion)questions[1]).Max));
        Assert.IsType<YesNoQuestion>(questions[2]);
        Assert.Equal([new Option("money", "my money"), new Option("travel", "travel")], Assert.IsType<ChoiceQuestion>(questions[3]).Options);
        Assert.Equal(new AskWhen("goal", AtMost: 2), questions[3].AskWhen);
        Assert.Equal((true, 1), (Assert.IsType<TextQuestion>(questions[4]).Optional, questions[4].Attempts));
        Assert.Equal(new AskWhen("barrier", Is: "travel"), questions[4].AskWhen);
    }

    [Fact]
    public void A_study_is_of_real_people_unless_it_says_that_they_are_simulated()
    {
        Study simulated = Sample.Load(Sample.Yaml.Replace("languages: [en-GB, cy]", "languages: [en-GB, cy], simulated: true", StringComparison.Ordinal)).Value!;

        Assert.False(Study.IsSimulated);
        Assert.False(Shipped.Study.IsSimulated);
        Assert.True(simulated.IsSimulated);
    }

    [Fact]
    public void A_mark_that_is_neither_true_nor_false_is_named() =>
        Assert.Equal(
            ["0 study.simulated: 'yes' isn't true or false; write true or false, without quotes"],
            Sample.ErrorsAfter("languages: [en-GB, cy]", "languages: [en-GB, cy], simulated: yes"));

    [Fact]
    public void All_errors_are_listed_at_once_in_the_order_of_the_file()
    {
        string broken = Sample.Yaml.Replace("study: { id: sample", "study: { id: Sample!", StringComparison.Ordinal)
            .Replace("\"11:00\"", "\"21:00\"", StringComparison.Ordinal)
            .Replace("closes: P2M", "closes: P1M", StringComparison.Ordinal)
            .Replace("question: goal,", "question: gaol,", StringComparison.Ordinal)
            .Replace("Diolch {{ name }}", "Diolch {{ enw }}", StringComparison.Ordinal)
            .Replace("keep: 30", "keep: 0", StringComparison.Ordinal);

        Loaded<Study> loaded = Sample.Load(broken);

        Assert.Equal(
            [
                (1, "study.id"), (8, "checkIns[0].at"), (17, "waves[0].closes"), (47, "questionnaires.check.questions[3].askWhen.question"),
                (68, "messages.thanks.cy"), (101, "exports.keep"),
            ],
            loaded.Errors.Select(error => (error.Line, error.Path)));
        Assert.Null(loaded.Value);
    }

    [Fact]
    public void An_error_reads_as_one_line()
    {
        DefinitionProblem error = Assert.Single(Sample.Load(Sample.Yaml.Replace("keep: 30", "keep: 0", StringComparison.Ordinal)).Errors);

        Assert.Equal("sample.yaml:101 exports.keep: '0' isn't a whole number from 1 to 10000; write such a number, without quotes", error.ToString());
    }

    [Fact]
    public void Nothing_but_a_definition_is_an_error()
    {
        Assert.Equal("the definition is empty", Assert.Single(Sample.Load("").Errors).Wrong);
        Assert.Equal("a list stands where a study definition is expected", Assert.Single(Sample.Load("- a").Errors).Wrong);
    }

    [Fact]
    public void A_message_of_two_sms_is_a_warning()
    {
        Loaded<Study> loaded = Sample.Load(Sample.Yaml.Replace("Thanks {{ name }}", $"{new string('x', 141)}{{{{ name }}}}", StringComparison.Ordinal));

        DefinitionProblem warning = Assert.Single(loaded.Warnings);
        Assert.True(loaded.IsSound);
        Assert.Equal(
            "sample.yaml:68 messages.thanks: in en-GB, the text takes 2 SMS with the longest name and goal (161 of 160 characters); shorten it, and use plain quotes and dashes",
            warning.ToString());
    }

    [Fact]
    public void A_curly_quote_that_makes_two_sms_is_named()
    {
        Loaded<Study> loaded = Sample.Load(Sample.Yaml.Replace("Diolch {{ name }}", $"{new string('x', 60)}’{{{{ name }}}}", StringComparison.Ordinal));

        Assert.Equal(
            "in cy, the text takes 2 SMS with the longest name and goal (81 of 70 characters, since not all are of the GSM alphabet: ’)",
            Assert.Single(loaded.Warnings).Wrong);
    }

    [Fact]
    public void The_first_question_of_a_person_without_goal_is_warned_about_with_its_opening()
    {
        Loaded<Study> loaded = Sample.Load(Sample.Yaml.Replace("How many?", $"How many{new string('x', 130)}?", StringComparison.Ordinal));

        Assert.Contains("the opening with this question takes 2 SMS", Assert.Single(loaded.Warnings).Wrong, StringComparison.Ordinal);
    }
}
