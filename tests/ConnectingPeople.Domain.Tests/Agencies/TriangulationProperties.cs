using ConnectingPeople.Domain.Agencies;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Agencies.Assessments;

namespace ConnectingPeople.Domain.Tests.Agencies;

/// <summary>What holds of any assessments.</summary>
public sealed class TriangulationProperties
{
    private static readonly Instant Later = At("2026-12-31T00:00:00Z");

    private static readonly Gen<FidelityAssessment[]> AnyHistory =
        Gen.Select(Gen.Enum<FidelitySource>(), Gen.Int[1, 5], Gen.Int[1, 5]).Array[0, 12]
            .Select(all => all.Select((one, n) => By(one.Item1, one.Item2, one.Item3, $"a{n}")).ToArray());

    [Fact]
    public void Order_does_not_matter() =>
        AnyHistory.SelectMany(history => Gen.Shuffle(history).Select(shuffled => (history, shuffled)))
            .Sample(pair => Assert.Equal(Said(pair.history), Said(pair.shuffled)));

    [Fact]
    public void More_of_one_source_with_the_same_scores_changes_nothing() =>
        Gen.Select(AnyHistory, Gen.Enum<FidelitySource>(), Gen.Int[1, 4]).Sample((history, source, times) =>
        {
            IEnumerable<FidelityAssessment> more = Enumerable.Range(1, times)
                .SelectMany(n => history.Where(assessment => assessment.Source == source).Select(assessment => assessment with { Id = $"{assessment.Id}-{n}" }));

            Assert.Equal(Said(history), Said([.. history, .. more]));
        });

    [Fact]
    public void Means_lie_between_the_least_and_the_highest_score() =>
        AnyHistory.Where(history => history.Length > 0).Sample(history =>
        {
            AgencyFidelity fidelity = Triangulation.Of(history, Later, Two);
            IEnumerable<int> scores = history.SelectMany(assessment => assessment.Scores.Values);

            Assert.InRange(fidelity.Mean!.Value, scores.Min(), scores.Max());
        });

    [Fact]
    public void A_better_score_never_lowers_the_level() =>
        Gen.Select(AnyHistory.Where(history => history.Length > 0), Gen.Int[0, 11], Gen.Int[1, 5]).Sample((history, at, better) =>
        {
            FidelityAssessment[] raised = [.. history];
            FidelityAssessment one = raised[at % raised.Length];
            raised[at % raised.Length] = By(one.Source, Math.Max(one.Scores["goals"], better), one.Scores["community"], one.Id);

            Assert.True(Triangulation.Of(raised, Later, Two).Level >= Triangulation.Of(history, Later, Two).Level);
        });

    [Fact]
    public void Histories_reach_every_level()
    {
        HashSet<FidelityLevel> reached = [];

        AnyHistory.Sample(history => { lock (reached) { reached.Add(Triangulation.Of(history, Later, Two).Level); } }, iter: 2_000);

        Assert.Equal(3, reached.Count);
    }

    private static string Said(IEnumerable<FidelityAssessment> history)
    {
        AgencyFidelity fidelity = Triangulation.Of(history, Later, Two);
        return $"{fidelity.Level} {fidelity.Mean:0.##########} {string.Join(' ', fidelity.Elements.Select(element => $"{element.Mean:0.##########}"))}";
    }
}
