using ConnectingPeople.Domain.Agencies;
using static ConnectingPeople.Domain.Agencies.FidelitySource;
using static ConnectingPeople.Domain.Tests.Agencies.Assessments;

namespace ConnectingPeople.Domain.Tests.Agencies;

public sealed class RecordingFidelityTests
{
    private static readonly Instant Now = At("2026-02-01T09:00:00Z");

    [Fact]
    public void Assessments_without_id_are_named_by_day_source_and_place()
    {
        FidelityRecording recording = Decide([], Form(ServiceUser, 5), Form(Observer, 3), Form(ServiceUser, 5));

        Assert.Equal(
            ["2026-01-05-service-user-1 1", "2026-01-05-observer-1 1", "2026-01-05-service-user-2 1"],
            recording.Add.Select(added => $"{added.Id} {added.Version}"));
        Assert.All(recording.Add, added => Assert.Equal((Now, "rae@example.org"), (added.RecordedAt, added.RecordedBy)));
    }

    [Fact]
    public void The_same_request_again_adds_nothing()
    {
        FidelityForm[] forms = [Form(ServiceUser, 5), Form(Observer, 3, "first-visit"), Form(ServiceUser, 4)];
        FidelityRecording first = Decide([], forms);

        FidelityRecording again = Decide(first.Add, forms);

        Assert.Empty(again.Add);
        Assert.Empty(again.Conflicts);
    }

    [Fact]
    public void The_same_id_with_other_scores_is_a_further_version()
    {
        FidelityRecording first = Decide([], Form(Observer, 3, "first-visit"));

        FidelityAssessment corrected = Assert.Single(Decide(first.Add, Form(Observer, 2, "first-visit")).Add);

        Assert.Equal(("first-visit", 2, 2), (corrected.Id, corrected.Version, corrected.Scores["goals"]));
    }

    [Fact]
    public void Without_an_id_nothing_is_overwritten()
    {
        FidelityRecording first = Decide([], Form(Observer, 3));

        FidelityRecording other = Decide(first.Add, Form(Observer, 2));

        Assert.Empty(other.Add);
        Assert.Contains("2026-01-05-observer-1", Assert.Single(other.Conflicts).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_comes_twice_is_named()
    {
        FidelityRecording recording = Decide([], Form(Observer, 3), Form(Observer, 2, "2026-01-05-observer-1"));

        Assert.Equal("assessments[0].id", Assert.Single(recording.Twins).Field);
    }

    private static FidelityRecording Decide(IReadOnlyCollection<FidelityAssessment> history, params FidelityForm[] forms) =>
        RecordingFidelity.Decide(history, forms, Now, "rae@example.org");

    private static FidelityForm Form(FidelitySource source, int goals, string? id = null) => new(
        "assessments[0].", id, new LocalDate(2026, 1, 5), source, new Dictionary<string, int> { ["goals"] = goals, ["community"] = 4 });
}
