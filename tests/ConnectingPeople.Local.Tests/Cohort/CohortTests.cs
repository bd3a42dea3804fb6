using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Cohort;

namespace ConnectingPeople.Local.Tests.Cohort;

public sealed class CohortTests
{
    private const string Question = "How are you today, from 1 to 5?";

    [Fact]
    public async Task The_same_seed_plays_the_same_study()
    {
        string first = await PlayAsync(Behaviour.Drifting, seed: 7, questions: 20);
        string second = await PlayAsync(Behaviour.Drifting, seed: 7, questions: 20);
        string other = await PlayAsync(Behaviour.Drifting, seed: 8, questions: 20);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task The_engaged_answer_everything_and_go_on_through_the_studys_replies()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Phones.Behaving(Table.Amira, Behaviour.Engaged);
        table.Study.AnswersWith("How many people did you meet?", "Did you enjoy it?", "Thank you.");

        await table.SendAsync(Question);
        await table.Simulator.SettledAsync();

        Assert.Equal(3, table.Study.Webhooks.Count);
        Assert.Equal("Thank you.", table.Simulator.Received(Table.Amira)[^1]);
    }

    [Fact]
    public async Task The_drifting_answer_less_and_less()
    {
        await using Table table = await Table.SetAsync();
        string[] phones = [.. Enumerable.Range(1, 30).Select(n => $"+4477009001{n:00}")];

        List<int> answers = [];
        for (int week = 1; week <= 20; week++)
        {
            foreach (string phone in phones)
            {
                table.Simulator.Phones.Behaving(phone, Behaviour.Drifting);
                await table.SendAsync(Question, phone);
            }

            await table.Simulator.SettledAsync();
            answers.Add(table.Study.Webhooks.Count - answers.Sum());
        }

        Assert.True(answers.Take(5).Sum() > 2 * answers.Skip(15).Sum(), string.Join(' ', answers));
        Assert.InRange(answers[0], 29, 30);
    }

    [Fact]
    public async Task The_leaving_send_stop_after_a_while_and_then_nothing() =>
        Assert.Matches(@"^(\d ){6}STOP $", await PlayAsync(Behaviour.Leaving, seed: 1, questions: 12));

    [Fact]
    public async Task The_one_in_crisis_says_something_worrying_once() =>
        Assert.Matches(@"^(\d ){4}I can't cope any more, I don't want to be here (\d ){5}$", await PlayAsync(Behaviour.InCrisis, seed: 1, questions: 10));

    [Fact]
    public async Task The_wrong_number_says_so_once() =>
        Assert.Equal("Wrong number I think, I don't know who this is ", await PlayAsync(Behaviour.WrongNumber, seed: 1, questions: 5));

    [Theory]
    [InlineData(Behaviour.Typed)]
    [InlineData(Behaviour.Silent)]
    public async Task Nobody_else_answers_by_themselves(Behaviour behaviour) =>
        Assert.Equal("", await PlayAsync(behaviour, seed: 1, questions: 3));

    [Fact]
    public async Task Nothing_reaches_a_number_that_does_not_exist()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Phones.Behaving(Table.Amira, Behaviour.NoSuchNumber);

        await table.SendWithCallbackAsync(Question);
        await table.Simulator.SettledAsync();

        Assert.Equal(("undelivered", "30005"), (table.Study.Statuses[^1].Form["MessageStatus"], table.Study.Statuses[^1].Form["ErrorCode"]));
    }

    [Fact]
    public async Task A_study_that_asks_for_ever_tires_them()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Phones.Behaving(Table.Amira, Behaviour.Engaged);
        table.Study.Answer = _ => $"<Response><Message>{Question}</Message></Response>";

        await table.SendAsync(Question);
        await table.Simulator.SettledAsync();

        Assert.Equal(20, table.Study.Webhooks.Count);
    }

    /// <summary>Asks a question a week.</summary>
    /// <returns>What the person wrote, each text followed by a space.</returns>
    private static async Task<string> PlayAsync(Behaviour behaviour, int seed, int questions)
    {
        await using Table table = await Table.SetAsync(new SimulatorOptions { Seed = seed });
        table.Simulator.Phones.Behaving(Table.Amira, behaviour);
        for (int week = 0; week < questions; week++)
        {
            table.Study.Now = table.Study.Now.AddDays(7);
            await table.SendAsync(Question);
            await table.Simulator.SettledAsync();
        }

        return string.Concat(table.Study.Webhooks.Select(webhook => webhook.Form["Body"] + " "));
    }
}
