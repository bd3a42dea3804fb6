using ConnectingPeople.Simulator.Cohort;

namespace ConnectingPeople.Local.Tests.Study;

public sealed class StudyTimeTests
{
    [Fact]
    public async Task A_week_passes_hour_by_hour_and_people_answer_within_the_hour()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Phones.Behaving(Table.Amira, Behaviour.Engaged);
        table.Study.AnswersWith("How many people did you meet?", "Thank you.");
        table.Study.Hourly = async now => await (now.DayOfWeek == DayOfWeek.Monday && now.Hour == 11 ? table.SendAsync("How are you, 1 to 5?") : Task.CompletedTask);

        string? trouble = await table.Simulator.Time.AdvanceAsync(168, TestContext.Current.CancellationToken);

        Assert.Null(trouble);
        Assert.Equal(DateTimeOffset.Parse("2026-03-09T11:00:00Z", null), table.Study.Now);
        Assert.All(table.Simulator.Messages.All, message => Assert.Equal("2026-03-09T11:00:00Z", message.CreatedAt.ToString()));
        Assert.Equal(5, table.Simulator.Messages.All.Count);
    }

    [Fact]
    public async Task A_study_that_is_away_is_named()
    {
        await using Table table = await Table.SetAsync();
        string address = table.Study.Url.OriginalString;
        await table.Study.DisposeAsync();

        string? trouble = await table.Simulator.Time.AdvanceAsync(1, TestContext.Current.CancellationToken);

        Assert.Equal($"The study doesn't answer at {address}.", trouble);
    }
}
