using ConnectingPeople.Domain.Agencies;
using static ConnectingPeople.Domain.Agencies.FidelitySource;
using static ConnectingPeople.Domain.Tests.Agencies.Assessments;

namespace ConnectingPeople.Domain.Tests.Agencies;

public sealed class TriangulationTests
{
    private static readonly Instant Later = At("2026-12-31T00:00:00Z");

    [Fact]
    public void Ten_service_users_do_not_outweigh_one_observer()
    {
        IEnumerable<FidelityAssessment> users = Enumerable.Range(1, 10).Select(n => By(ServiceUser, 5, 5, $"user-{n}"));

        AgencyFidelity fidelity = Triangulation.Of([.. users, By(Observer, 2, 4)], Later, Two);

        Assert.Equal([3.5m, 4.5m], fidelity.Elements.Select(element => element.Mean!.Value));
        Assert.Equal((FidelityLevel.Full, 4m), (fidelity.Level, fidelity.Mean));
        Assert.Equal((5m, 2m), (fidelity.Elements[0].Sources[ServiceUser], fidelity.Elements[0].Sources[Observer]));
    }

    [Fact]
    public void A_mean_just_below_the_threshold_is_partial() =>
        Assert.Equal(FidelityLevel.Partial, Triangulation.Of([By(ServiceUser, 4, 4), By(Practitioner, 4, 4), By(Observer, 4, 3)], Later, Two).Level);

    [Fact]
    public void Thirds_that_come_to_the_threshold_reach_it()
    {
        FidelityAssessment[] history =
            [By(ServiceUser, 4, 4, "a"), By(ServiceUser, 4, 4, "b"), By(ServiceUser, 5, 3, "c"), By(Observer, 4, 4), By(Practitioner, 4, 4)];

        Assert.Equal((FidelityLevel.Full, 4m), (Triangulation.Of(history, Later, Two).Level, Triangulation.Of(history, Later, Two).Mean));
    }

    [Fact]
    public void One_source_alone_is_not_assessed_however_often_it_speaks()
    {
        AgencyFidelity fidelity = Triangulation.Of([By(ServiceUser, 5, 5, "a"), By(ServiceUser, 5, 5, "b")], Later, Two);

        Assert.Equal((FidelityLevel.NotAssessed, 5m), (fidelity.Level, fidelity.Mean));
    }

    [Fact]
    public void Nobody_has_spoken_yet()
    {
        AgencyFidelity fidelity = Triangulation.Of([], Later, Two);

        Assert.Equal((FidelityLevel.NotAssessed, null), (fidelity.Level, fidelity.Mean));
        Assert.All(fidelity.Elements, element => Assert.Null(element.Mean));
    }

    [Fact]
    public void An_element_that_nobody_scored_leaves_the_agency_not_assessed()
    {
        Dictionary<string, int> goals = new() { ["goals"] = 5 };

        AgencyFidelity fidelity = Triangulation.Of([Of(ServiceUser, goals), Of(Observer, goals)], Later, Two);

        Assert.Equal((FidelityLevel.NotAssessed, null), (fidelity.Level, fidelity.Mean));
        Assert.Equal([5m, null], fidelity.Elements.Select(element => element.Mean));
    }

    [Fact]
    public void An_element_that_the_definition_no_longer_has_counts_for_nothing()
    {
        Dictionary<string, int> scores = new() { ["goals"] = 4, ["community"] = 4, ["forms-filled"] = 1 };

        Assert.Equal(4m, Triangulation.Of([Of(ServiceUser, scores), Of(Observer, scores)], Later, Two).Mean);
    }

    [Theory]
    [InlineData("2026-01-05T08:59:59Z", FidelityLevel.NotAssessed, 0)]
    [InlineData("2026-01-05T09:00:00Z", FidelityLevel.Full, 2)]
    [InlineData("2026-02-01T08:59:59Z", FidelityLevel.Full, 2)]
    [InlineData("2026-02-01T09:00:00Z", FidelityLevel.Partial, 2)]
    public void A_correction_counts_from_the_instant_it_was_recorded(string asOf, FidelityLevel level, int assessments)
    {
        FidelityAssessment[] history = [By(Observer, 1, 1, version: 2, recorded: "2026-02-01T09:00:00Z"), By(Observer, 5, 5), By(Practitioner, 4, 4)];

        AgencyFidelity fidelity = Triangulation.Of(history, At(asOf), Two);

        Assert.Equal((level, assessments), (fidelity.Level, fidelity.Assessments.Count));
    }

    [Fact]
    public void An_assessment_says_nobodys_address() => Assert.Equal("Observer version 1", By(Observer, 1, 1).ToString());
}
