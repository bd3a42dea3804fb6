using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Tests.Studies;
using static ConnectingPeople.Domain.Tests.FollowUps.Histories;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class CutOffTests
{
    [Fact]
    public void A_person_enrolled_later_is_not_in_it()
    {
        Assert.Null(CutOff.Apply(Stored(), At("2026-01-05T23:29:59Z"), Shipped.Study));
        Assert.NotNull(CutOff.Apply(Stored(), At("2026-01-05T23:30:00Z"), Shipped.Study));
    }

    [Fact]
    public void What_happened_to_a_check_in_later_did_not_happen()
    {
        CheckIn done = Weekly(Answered("goal", "3"), Answered("people", "4", at: "2026-01-08T12:00:00Z"))
            .Closed(CheckInStatus.Completed, "2026-01-08T12:00:00Z") with
        { CompletedAt = At("2026-01-08T12:00:00Z") };

        CheckIn seen = Assert.Single(Stored(done).AsOf("2026-01-08T11:05:00Z").CheckIns);

        Assert.Equal(["goal"], seen.Answers.Select(answer => answer.Question));
        Assert.Equal(CheckInStatus.Open, seen.Status);
        Assert.Null(seen.CompletedAt);
        Assert.Null(seen.ClosedAt);
        Assert.Equal(At("2026-01-08T11:05:00Z"), seen.FirstReplyAt);
    }

    [Theory]
    [InlineData("2026-01-08T10:59:59Z", 0)]
    [InlineData("2026-01-08T11:00:00Z", 1)]
    public void A_check_in_exists_from_its_sending_on(string cutOff, int expected) =>
        Assert.Equal(expected, Stored(Weekly()).AsOf(cutOff).CheckIns.Count);

    [Theory]
    [InlineData("2026-09-18T22:00:00Z", 0)]
    [InlineData("2026-09-19T22:00:00Z", 1)]
    public void A_wave_exists_from_its_window_on_before_anything_is_sent(string cutOff, int expected)
    {
        Assert.Equal(expected, Stored(Wave()).AsOf(cutOff).CheckIns.Count);
    }

    [Fact]
    public void A_wave_that_was_answered_early_exists_from_the_first_answer_on()
    {
        CheckIn wave = Wave() with { FirstReplyAt = At("2026-08-01T10:00:00Z"), Answers = [Answered("advice", "4", at: "2026-08-01T10:00:00Z")] };

        Assert.Empty(Stored(wave).AsOf("2026-08-01T09:59:59Z").CheckIns);
        Assert.Single(Stored(wave).AsOf("2026-08-01T10:00:00Z").CheckIns);
    }

    [Theory]
    [InlineData("2026-11-30T00:00:00Z", CheckInStatus.Missed, 0)]
    [InlineData("2026-12-01T10:00:00Z", CheckInStatus.Partial, 1)]
    [InlineData("2026-12-02T10:00:00Z", CheckInStatus.Completed, 2)]
    public void What_an_interview_added_to_a_closed_wave_later_did_not_happen(string cutOff, CheckInStatus status, int answers)
    {
        CheckIn wave = Wave().Closed(CheckInStatus.Completed, "2026-11-19T23:00:00Z") with
        {
            CompletedAt = At("2026-12-02T10:00:00Z"),
            Answers = [Answered("advice", "4", at: "2026-12-01T10:00:00Z"), Answered("days", "4", at: "2026-12-02T10:00:00Z")],
        };

        CheckIn seen = Assert.Single(Stored(wave).AsOf(cutOff).CheckIns);

        Assert.Equal((status, answers), (seen.Status, seen.Answers.Count));
    }

    [Fact]
    public void A_wave_that_was_answered_in_part_only_after_the_cut_off_was_missed()
    {
        CheckIn wave = Wave().Closed(CheckInStatus.Partial, "2026-11-19T23:00:00Z") with { Answers = [Answered("advice", "4", at: "2026-12-01T10:00:00Z")] };

        Assert.Equal(CheckInStatus.Missed, Assert.Single(Stored(wave).AsOf("2026-11-30T00:00:00Z").CheckIns).Status);
        Assert.Equal(CheckInStatus.Partial, Assert.Single(Stored(wave).AsOf("2026-12-02T00:00:00Z").CheckIns).Status);
    }

    [Fact]
    public void Reminders_and_deliveries_count_up_to_the_cut_off()
    {
        ParticipantHistory stored = Stored(Weekly() with { Reminders = 2 }) with
        {
            DecidedAt = new Dictionary<string, Instant>
            {
                ["weekly-2026-01-08.remind.1"] = At("2026-01-09T11:00:00Z"),
                ["weekly-2026-01-08.remind.2"] = At("2026-01-10T11:00:00Z"),
            },
            DeliveredAt = new Dictionary<string, Instant> { ["weekly-2026-01-08.ask.1"] = At("2026-01-09T12:00:00Z") },
        };

        Assert.Equal(1, stored.AsOf("2026-01-09T11:00:00Z").CheckIns[0].Reminders);
        Assert.Empty(stored.AsOf("2026-01-09T11:00:00Z").DeliveredAt);
        Assert.Single(stored.AsOf("2026-01-09T12:00:00Z").DeliveredAt);
    }

    [Theory]
    [InlineData(Status.Active, OptIn.In, null, "active", "2026-02-01")]
    [InlineData(Status.Paused, OptIn.In, null, "paused", "2026-02-01")]
    [InlineData(Status.Withdrawn, OptIn.Out, "2026-03-01T10:00:00Z", "withdrawn", "2026-02-01")]
    [InlineData(Status.Paused, OptIn.Out, "2026-03-01T10:00:00Z", "stopped", "2026-03-01")]
    [InlineData(Status.Active, OptIn.Out, "2026-05-01T10:00:00Z", "active", "2026-02-01")]
    [InlineData(Status.Active, OptIn.Out, null, "stopped", "")]
    public void Status_says_where_the_person_stood(Status status, OptIn optIn, string? optedOut, string expected, string since)
    {
        ParticipantHistory stored = Stored();
        stored = stored with
        {
            Person = stored.Person with { Status = status, StatusAt = At("2026-02-01T10:00:00Z"), OptIn = optIn },
            OptedOutAt = optedOut is null ? null : At(optedOut),
        };

        ParticipantHistory seen = stored.AsOf("2026-04-01T00:00:00Z");

        Assert.Equal(expected, ParticipantsFile.Dataset.Cell(seen, "status"));
        Assert.Equal(since, ParticipantsFile.Dataset.Cell(seen, "status_on"));
    }

    private static CheckIn Wave() =>
        Weekly() with { Id = "nine-month-2026-10-06", Questionnaire = "follow-up", Wave = "nine-month", SentAt = null, DueAt = At("2026-10-06T11:00:00Z") };

    [Fact]
    public void A_status_that_changed_after_the_cut_off_is_unknown()
    {
        ParticipantHistory stored = Stored();
        stored = stored with { Person = stored.Person with { Status = Status.Withdrawn, StatusAt = At("2026-02-01T10:00:00Z") } };

        ParticipantHistory seen = stored.AsOf("2026-01-31T00:00:00Z");

        Assert.Equal("", ParticipantsFile.Dataset.Cell(seen, "status"));
        Assert.Equal("", ParticipantsFile.Dataset.Cell(seen, "status_on"));
    }
}
