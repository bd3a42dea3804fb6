using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;
using ConnectingPeople.Domain.Studies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Privacy;

/// <summary>Whose time is over, to the second.</summary>
public sealed class RetainingTests
{
    private static readonly RetentionDefinition Periods =
        new(RetentionMode.Delete, Period.FromDays(30), Period.FromYears(2), Period.FromYears(1), Period.FromYears(10));

    [Theory]
    [InlineData("2027-01-09T08:59Z", RetentionStep.OldWords)]
    [InlineData("2027-01-09T09:00Z", RetentionStep.Identity)]
    [InlineData("2036-01-09T08:59Z", RetentionStep.Identity)]
    [InlineData("2036-01-09T09:00Z", RetentionStep.Record)]
    public void Of_somebody_who_left_the_identity_goes_first_and_the_record_last(string now, RetentionStep step) =>
        Assert.Equal(step, Retaining.StepFor(Left(), At(now), Periods));

    [Fact]
    public void An_identity_that_has_gone_is_not_looked_for_again() => Assert.Equal(
        RetentionStep.OldWords, Retaining.StepFor(Left() with { NamelessSince = At("2027-01-09T09:00Z") }, At("2028-01-09T09:00Z"), Periods));

    [Theory]
    [InlineData(Status.Active)]
    [InlineData(Status.Paused)]
    public void Who_has_not_left_is_still_in_the_study_after_a_lifetime(Status status) =>
        Assert.Equal(RetentionStep.OldWords, Retaining.StepFor(AParticipant() with { Status = status }, At("2090-01-09T09:00Z"), Periods));

    [Fact]
    public void Of_somebody_who_was_erased_there_is_nothing_to_do() =>
        Assert.Null(Retaining.StepFor(Left() with { ErasedAt = At("2026-02-01T09:00Z") }, At("2090-01-09T09:00Z"), Periods));

    [Theory]
    [InlineData("2029-02-28T23:59Z", RetentionStep.OldWords)]
    [InlineData("2029-03-01T00:00Z", RetentionStep.Identity)]
    public void A_year_from_a_leap_day_is_over_on_the_first_of_march(string now, RetentionStep step) =>
        Assert.Equal(step, Retaining.StepFor(Left() with { StatusAt = At("2028-02-29T00:00Z") }, At(now), Periods));

    private static Participant Left() => Pausing.Withdraw(new Decision(AParticipant()), At("2026-01-09T09:00Z")).Person;
}
