using System.Globalization;
using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Local.Launcher.Demonstrations;
using ConnectingPeople.Simulator.Cohort;
using NodaTime;
using CohortPlan = ConnectingPeople.Local.Launcher.Demonstrations.Cohort;

namespace ConnectingPeople.Local.Tests.Demonstrations;

/// <summary>What the people of a cohort answer.</summary>
public sealed class MindTests
{
    private static readonly LocalDate Today = new(2026, 10, 5);
    private static readonly Questionnaire FollowUp = ShippedStudy.Study.Questionnaires["follow-up"];
    private static readonly Questionnaire Weekly = ShippedStudy.Study.Questionnaires["weekly"];
    private static readonly IReadOnlyList<Person> People = CohortPlan.Draw(CohortSize.Pilot, seed: 5).Who.People;

    [Fact]
    public void Items_that_mean_alike_hang_together_as_those_of_a_real_instrument_do() =>
        Assert.InRange(Alpha(["advice", "information", "practical-help"], day: 7), 0.7, 0.95);

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    public void Answers_improve_more_where_the_model_is_fully_implemented(int seed) => Assert.All(
        (string[][])[["advice", "information", "practical-help"], ["included", "belonging"]],
        items =>
        {
            double[] full = [.. Changes(seed, FidelityLevel.Full, items)];
            double[] partial = [.. Changes(seed, FidelityLevel.Partial, items)];
            double pooled = Math.Sqrt((Variance(full) + Variance(partial)) / 2);

            Assert.InRange((full.Average() - partial.Average()) / pooled, 0.3, 1);
            Assert.InRange(full.Average() / items.Length, 0.3, 0.9);
        });

    [Fact]
    public void Contacts_rise_a_little_for_everybody_and_money_is_named_most()
    {
        double before = Mean(FollowUp.Find("contacts")!, 7, "baseline");
        double after = Mean(FollowUp.Find("contacts")!, 274, "nine-month");
        string[] barriers = [.. People.SelectMany(person => Enumerable.Range(0, 10).Select(week => MindOf(person).Answer(Weekly.Find("barrier")!, null, week * 7, Today, $"{week}")?[0])).OfType<string>()];

        Assert.InRange(after / before, 1.05, 1.35);
        Assert.Equal("money", barriers.CountBy(barrier => barrier).MaxBy(barrier => barrier.Value).Key);
    }

    [Fact]
    public void Goals_are_reached_in_the_end_by_most_who_stay_and_sooner_where_the_model_is_fully_implemented()
    {
        double full = People.Where(person => person.Course!.Fidelity == FidelityLevel.Full).Average(person => person.Course!.Goals[0].At(274) == 1 ? 1 : 0);
        double partial = People.Where(person => person.Course!.Fidelity == FidelityLevel.Partial).Average(person => person.Course!.Goals[0].At(274) == 1 ? 1 : 0);

        Assert.InRange(full, 0.85, 1);
        Assert.InRange(partial, 0.6, 0.85);
        Assert.All(People, person => Assert.Equal(4, Number(person, Weekly.Find("goal")!, 2000, "later")));
    }

    [Fact]
    public void The_same_occasion_brings_the_same_answer() => Assert.All(FollowUp.Questions, question =>
        Assert.Equal(MindOf(People[0]).Answer(question, null, 7, Today, "baseline"), MindOf(People[0]).Answer(question, null, 7, Today, "baseline")));

    [Fact]
    public void The_study_understands_every_reply_as_it_was_meant_and_finds_none_worrying() => Assert.All(People, person =>
    {
        foreach (Question question in ShippedStudy.Study.Questionnaires.Values.SelectMany(questionnaire => questionnaire.Questions))
        {
            for (int week = 0; week < 12; week++)
            {
                IReadOnlyList<string>? meant = MindOf(person).Answer(question, null, week * 7, Today, $"{week}");
                string said = Wording.InText(question, meant, ChanceOf(person), $"{week}");
                Understanding heard = ShippedStudy.Study.Reader.Read(question, said, Today);

                Assert.True(
                    (heard.Outcome, heard.Value) == (meant is null ? (ReplyOutcome.Skip, null) : (ReplyOutcome.Answer, string.Join(';', meant))) && !heard.Risk,
                    $"{question.Id}: '{said}' was heard as {heard}");
            }
        }
    });

    private static Chance ChanceOf(Person person, int seed = 5) => new(seed, person.Enrolment.Phone, 0);

    private static Mind MindOf(Person person, int seed = 5) => new(person.Course!, ChanceOf(person, seed));

    private static double Number(Person person, Question question, int day, string occasion, int seed = 5) =>
        MindOf(person, seed).Answer(question, null, day, Today, occasion) is { } value ? double.Parse(value[0], CultureInfo.InvariantCulture) : double.NaN;

    private static double Mean(Question question, int day, string occasion) =>
        People.Select(person => Number(person, question, day, occasion)).Where(value => !double.IsNaN(value)).Average();

    private static IEnumerable<double> Changes(int seed, FidelityLevel level, string[] items) => CohortPlan.Draw(CohortSize.Pilot, seed).Who.People
        .Where(person => person.Course!.Fidelity == level)
        .Select(person => items.Sum(item => Number(person, FollowUp.Find(item)!, 274, "nine-month", seed) - Number(person, FollowUp.Find(item)!, 7, "baseline", seed)))
        .Where(change => !double.IsNaN(change));

    /// <summary>Cronbach's alpha (Cronbach 1951, Psychometrika 16:297-334) of those who answered all items.</summary>
    private static double Alpha(string[] items, int day)
    {
        double[][] rows = [.. People.Select(person => items.Select(item => Number(person, FollowUp.Find(item)!, day, "baseline")).ToArray()).Where(row => !row.Any(double.IsNaN))];
        double each = items.Select((_, item) => Variance([.. rows.Select(row => row[item])])).Sum();
        return items.Length / (items.Length - 1.0) * (1 - (each / Variance([.. rows.Select(row => row.Sum())])));
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
}
