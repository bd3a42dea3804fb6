using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Local.Launcher.Demonstrations;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Study;
using NodaTime;
using CohortPlan = ConnectingPeople.Local.Launcher.Demonstrations.Cohort;

namespace ConnectingPeople.Local.Tests.Demonstrations;

/// <summary>The cohort as it is drawn, before anybody is enrolled.</summary>
public sealed class CohortTests
{
    private static readonly CohortPlan Pilot = CohortPlan.Draw(CohortSize.Pilot, seed: 1);

    private static IReadOnlyList<Person> People => Pilot.Who.People;

    [Fact]
    public void It_has_the_shape_of_the_pilot()
    {
        Assert.Equal(155, People.Count);
        Assert.Equal(155, People.Select(person => person.Enrolment.Phone).Distinct().Count());
        Assert.Equal(155, People.Select(person => person.Enrolment.Name).Distinct().Count());
        Assert.Equal(14, Pilot.Who.Agencies.Count);
        Assert.Equal(39, Pilot.Who.Agencies.SelectMany(agency => agency.Members).Select(member => (member.Email, member.Phone)).Distinct().Count());
        Assert.Equal([("local-authority", 4), ("nhs", 5), ("third-sector", 5)],
            Pilot.Who.Agencies.CountBy(agency => agency.Sector).Select(sector => (sector.Key, sector.Value)).Order());
        Assert.All(People.CountBy(person => person.Enrolment.Practitioner!), caseload => Assert.InRange(caseload.Value, 6, 7));
        Assert.All(People, person => Assert.Contains(person.Enrolment.Practitioner!, person.Enrolment.Agency.Practitioners));
    }

    [Fact]
    public void All_but_one_of_the_agencies_that_implement_the_model_fully_are_in_the_third_sector()
    {
        ILookup<FidelityLevel, Agency> agencies = Pilot.Who.Agencies.ToLookup(CohortAgencies.FidelityOf);

        Assert.Equal(["nhs", "third-sector", "third-sector", "third-sector", "third-sector"], agencies[FidelityLevel.Full].Select(agency => agency.Sector).Order());
        Assert.Equal(7, agencies[FidelityLevel.Partial].Count());
        Assert.Equal(2, agencies[FidelityLevel.NotAssessed].Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_assessors_say_makes_each_agency_what_it_is(int seed) => Assert.All(Pilot.Who.Agencies, agency =>
    {
        LocalDate day = new(2026, 4, 6);
        FidelityLevel level = CohortAgencies.FidelityOf(agency);
        IEnumerable<FidelityAssessment> said = FidelityVisit.Of(level, ShippedStudy.Study.Fidelity, day, new Chance(seed, agency.Id, 0)).Select(form => new FidelityAssessment
        {
            Id = form.Id!,
            Version = 1,
            On = form.On,
            Source = form.Source,
            Scores = form.Scores,
            RecordedAt = Instant.MinValue,
            RecordedBy = "",
        });

        Assert.Equal(level, Triangulation.Of(said, Instant.MaxValue, ShippedStudy.Study.Fidelity).Level);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Thirty_nine_go_before_nine_months_are_over_and_fewer_where_the_model_is_fully_implemented(int seed)
    {
        IReadOnlyList<Person> people = CohortPlan.Draw(CohortSize.Pilot, seed).Who.People;
        Person[] gone = [.. people.Where(person => person.Course!.Ending != Ending.Stays)];

        Assert.Equal(39, gone.Length);
        Assert.All(gone, person => Assert.InRange(person.Course!.EndsOn, 21, 245));
        Assert.Equal([(Ending.Withdraws, 16), (Ending.OptsOut, 8), (Ending.FallsSilent, 12), (Ending.NumberDies, 3)],
            gone.CountBy(person => person.Course!.Ending).Select(ending => (ending.Key, ending.Value)).Order());
        Assert.True(ShareGone(people, FidelityLevel.Full) < ShareGone(people, FidelityLevel.Partial));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Resources_and_inclusion_rise_where_the_model_is_fully_implemented_contacts_everywhere_and_service_use_falls(int seed)
    {
        IReadOnlyList<Person> people = CohortPlan.Draw(CohortSize.Pilot, seed).Who.People;

        Assert.Equal(0.62, Gain(people, FidelityLevel.Full, course => course.Resources), precision: 9);
        Assert.Equal(0.1, Gain(people, FidelityLevel.Partial, course => course.Resources), precision: 9);
        Assert.Equal(0.62, Gain(people, FidelityLevel.Full, course => course.Inclusion), precision: 9);
        Assert.Equal(0.1, Gain(people, FidelityLevel.Partial, course => course.Inclusion), precision: 9);
        foreach (FidelityLevel level in Enum.GetValues<FidelityLevel>())
        {
            Assert.InRange(Gain(people, level, course => course.Contacts), 0.02, 0.3);
            Assert.InRange(Gain(people, level, course => course.Services), -0.4, -0.1);
        }
    }

    [Fact]
    public void People_come_over_eight_weeks_on_working_days() => Assert.All(People, person =>
    {
        Assert.InRange(person.Day, 0, 55);
        Assert.InRange(person.Day % 7, 0, 4);
        Assert.InRange(person.Course!.BaselineAfter, 1, 14);
    });

    [Fact]
    public void Some_read_easy_words_and_some_answer_by_email()
    {
        Assert.InRange(People.Count(person => person.Enrolment.Language == "en-GB-easy"), 20, 60);
        Assert.InRange(People.Count(person => person.Enrolment.Email is not null), 6, 20);
        Assert.Equal("money", People.CountBy(person => person.Course!.Barrier).MaxBy(barrier => barrier.Value).Key);
    }

    [Fact]
    public void The_same_seed_draws_the_same_cohort_and_another_another()
    {
        string[] first = [.. People.Select(Told)];
        string[] again = [.. CohortPlan.Draw(CohortSize.Pilot, seed: 1).Who.People.Select(Told)];
        string[] other = [.. CohortPlan.Draw(CohortSize.Pilot, seed: 2).Who.People.Select(Told)];

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    private static double ShareGone(IReadOnlyList<Person> people, FidelityLevel level) =>
        people.Where(person => person.Course!.Fidelity == level).Average(person => person.Course!.Ending == Ending.Stays ? 0 : 1);

    private static double Gain(IReadOnlyList<Person> people, FidelityLevel level, Func<Course, Trait> trait) =>
        people.Where(person => person.Course!.Fidelity == level).Average(person => trait(person.Course!).Gain);

    private static string Told(Person person) =>
        $"{person.Day} {person.Enrolment with { Agency = null!, Practitioner = null }} {person.Course! with { Goals = [] }} {string.Join(' ', person.Course!.Goals)}";
}
