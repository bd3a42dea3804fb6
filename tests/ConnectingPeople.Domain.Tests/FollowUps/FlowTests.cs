using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Tests.Studies;
using CsCheck;
using static ConnectingPeople.Domain.Tests.FollowUps.Histories;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class FlowTests
{
    private static readonly CheckIn Baseline = Weekly(Answered("advice", "3")) with { Id = "baseline-2026-01-06", Questionnaire = "follow-up", Version = 1, Wave = "baseline" };

    private static readonly Answer InTime = Answered("advice", "3", at: "2026-10-07T10:00:00Z");

    [Theory]
    [InlineData("2026-09-19T21:59:59Z", "enrolled")]
    [InlineData("2026-09-19T22:00:00Z", "enrolled nine-month-due")]
    [InlineData("2026-11-19T22:59:59Z", "enrolled nine-month-due")]
    [InlineData("2026-11-19T23:00:00Z", "enrolled nine-month-due lost")]
    public void Somebody_who_never_answers_is_due_when_the_window_opens_and_lost_when_it_closes(string cutOff, string stages) =>
        Assert.Equal(stages, StagesOf(Stored(), cutOff));

    [Theory]
    [InlineData("2026-01-08T11:04:59Z", "enrolled")]
    [InlineData("2026-01-08T11:05:00Z", "enrolled baseline")]
    [InlineData("2026-10-07T09:59:59Z", "enrolled baseline nine-month-due")]
    [InlineData("2026-10-07T10:00:00Z", "enrolled baseline nine-month-due nine-month")]
    [InlineData("2027-02-01T00:00:00Z", "enrolled baseline nine-month-due nine-month")]
    public void Each_wave_counts_from_its_first_answer_on(string cutOff, string stages) =>
        Assert.Equal(stages, StagesOf(Stored(Baseline, NineMonth(InTime)), cutOff));

    [Fact]
    public void An_answer_before_the_window_or_after_it_counts_as_followed_up()
    {
        Assert.Equal("enrolled nine-month", StagesOf(Stored(NineMonth(InTime with { At = At("2026-09-01T10:00:00Z") })), "2026-09-02T00:00:00Z"));
        Assert.Equal("enrolled nine-month-due nine-month", StagesOf(Stored(NineMonth(InTime with { At = At("2026-12-01T10:00:00Z") })), "2026-12-02T00:00:00Z"));
    }

    [Fact]
    public void A_refusal_follows_nobody_up() =>
        Assert.Equal(
            "enrolled nine-month-due lost",
            StagesOf(Stored(NineMonth(InTime with { Outcome = AnswerOutcome.Refused, Value = null })), "2026-12-01T00:00:00Z"));

    [Theory]
    [InlineData("2026-03-01T00:00:00Z", false, "enrolled withdrawn")]
    [InlineData("2026-12-01T00:00:00Z", false, "enrolled nine-month-due withdrawn")]
    [InlineData("2026-02-01T09:59:59Z", false, "enrolled")]
    [InlineData("2026-12-01T00:00:00Z", true, "enrolled nine-month-due nine-month")]
    public void Who_left_is_withdrawn_and_not_lost_unless_they_were_followed_up(string cutOff, bool followedUp, string stages)
    {
        ParticipantHistory stored = followedUp ? Stored(NineMonth(InTime)) : Stored();

        Assert.Equal(stages, StagesOf(stored with { Person = Left(stored.Person, "2026-02-01T10:00:00Z") }, cutOff));
    }

    [Fact]
    public void Who_stopped_messages_may_still_be_followed_up() =>
        Assert.Equal("enrolled nine-month-due", StagesOf(Stored() with { Person = Stored().Person with { OptIn = OptIn.Out } }, "2026-10-07T00:00:00Z"));

    [Fact]
    public void Every_agency_has_all_stages_in_their_order()
    {
        FlowTally tally = new(Shipped.Study);
        tally.Add(In("south", Stored(NineMonth(InTime))) with { Fidelity = FidelityLevel.Full });
        tally.Add(In("north", Stored()));
        tally.Add(In("south", Stored()) with { Fidelity = FidelityLevel.Full });

        Assert.Equal(
            [
                "enrolled north not-assessed 1", "baseline north not-assessed 0", "nine-month-due north not-assessed 1",
                "nine-month north not-assessed 0", "withdrawn north not-assessed 0", "lost north not-assessed 1",
                "enrolled south full 2", "baseline south full 0", "nine-month-due south full 2",
                "nine-month south full 1", "withdrawn south full 0", "lost south full 1",
            ],
            tally.Rows().Select(row => string.Join(' ', FlowFile.Dataset.Cells(row))));
    }

    [Fact]
    public void Nobody_is_counted_without_participants() => Assert.Empty(new FlowTally(Shipped.Study).Rows());

    /// <summary>Anybody ends in one of three stages or is still to be followed up, however the people are spread over threads.</summary>
    [Fact]
    public void Followed_up_withdrawn_lost_and_still_open_make_up_the_enrolled()
    {
        Instant cutOff = At("2027-01-01T00:00:00Z");
        Gen<(ParticipantHistory Seen, bool IsOpen)> people = Gen.Select(Gen.OneOf("east", "north", "west"), Gen.Int[0, 400], Gen.Bool, Gen.Bool, Gen.Bool)
            .Select((agency, days, left, baseline, nineMonth) =>
            {
                Instant enrolled = cutOff - Duration.FromDays(days);
                ParticipantHistory stored = In(agency, Stored([.. baseline ? [Baseline] : (CheckIn[])[], .. nineMonth ? [NineMonth(InTime)] : (CheckIn[])[]]));
                Participant person = stored.Person with { Profile = stored.Person.Profile with { EnrolledAt = enrolled }, StatusAt = enrolled };
                bool isOpen = !left && !nineMonth && person.Profile.EnrolledAt.InUtc().Date.PlusMonths(10).PlusDays(14) > cutOff.InUtc().Date;
                return ((stored with { Person = left ? person with { Status = Status.Withdrawn } : person }).AsOf("2027-01-01T00:00:00Z"), isOpen);
            });

        people.Array[0, 60].Sample(all =>
        {
            FlowTally tally = new(Shipped.Study);
            Parallel.ForEach(all, person => tally.Add(person.Seen));

            Assert.Equal(all.Select(person => person.Seen.Person.Profile.AgencyId).Distinct().Count() * 6, tally.Rows().Count);
            foreach (IGrouping<string, FlowRow> agency in tally.Rows().GroupBy(row => row.Agency))
            {
                Dictionary<FlowStage, int> counts = agency.ToDictionary(row => row.Stage, row => row.Count);
                Assert.Equal(all.Count(person => person.Seen.Person.Profile.AgencyId == agency.Key), counts[FlowStage.Enrolled]);
                Assert.Equal(
                    counts[FlowStage.Enrolled] - counts[FlowStage.NineMonth] - counts[FlowStage.Withdrawn] - counts[FlowStage.Lost],
                    all.Count(person => person.IsOpen && person.Seen.Person.Profile.AgencyId == agency.Key));
                Assert.InRange(counts[FlowStage.Lost], 0, counts[FlowStage.NineMonthDue]);
                Assert.InRange(counts[FlowStage.Baseline], 0, counts[FlowStage.Enrolled]);
            }
        });
    }

    private static Participant Left(Participant person, string at) => person with { Status = Status.Withdrawn, StatusAt = At(at) };

    /// <summary>The history of somebody of an agency, long after all that happens in it.</summary>
    private static ParticipantHistory In(string agency, ParticipantHistory stored)
    {
        ParticipantHistory seen = stored.AsOf();
        return seen with { Person = seen.Person with { Profile = seen.Person.Profile with { AgencyId = agency } } };
    }

    private static string StagesOf(ParticipantHistory stored, string cutOff)
    {
        FlowTally tally = new(Shipped.Study);
        tally.Add(stored.AsOf(cutOff));
        return string.Join(' ', tally.Rows().Where(row => row.Count > 0).Select(row => FlowFile.Dataset.Cell(row, "stage")));
    }
}
