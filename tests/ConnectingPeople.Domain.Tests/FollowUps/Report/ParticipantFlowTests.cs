using ConnectingPeople.Domain.FollowUps.Disclosure;
using ConnectingPeople.Domain.FollowUps.Report;
using ConnectingPeople.Domain.Tests.FollowUps.Disclosure;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.FollowUps.Report;

public sealed class ParticipantFlowTests
{
    private static readonly string[] Levels = ["full", "partial", "not-assessed"];

    /// <summary>An agency by how many are still in, withdrew, were lost and were measured.</summary>
    private static readonly Gen<(int Level, int StillIn, int Withdrawn, int Lost, int Measured)[]> AnyAgencies =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[0, 20]).Array[1, 6];

    [Fact]
    public void Stages_and_what_lies_between_them_add_up()
    {
        ParticipantFlow flow = Flow((0, 0, 6, 8, 40), (1, 12, 0, 9, 30));

        Assert.Equal("105 105 0", Shown(flow, FlowGroup.Everybody, FlowCount.Enrolled, FlowCount.Baseline, FlowCount.NoBaseline));
        Assert.Equal("93 12", Shown(flow, FlowGroup.Everybody, FlowCount.NineMonthDue, FlowCount.NotYetDue));
        Assert.Equal("70 6 17 12 23", Shown(flow, FlowGroup.Everybody, FlowCount.NineMonth, FlowCount.Withdrawn, FlowCount.Lost, FlowCount.StillIn, FlowCount.NotFollowedUp));
        Assert.Equal(100 * 40 / 54.0, flow.RetentionPercent(flow.Levels[0])!.Value, 9);
    }

    [Fact]
    public void Two_who_withdrew_are_not_the_difference_of_what_else_is_shown()
    {
        ParticipantFlow flow = Flow((0, 0, 2, 0, 40), (1, 0, 9, 9, 30));

        Assert.Equal("withheld <5 0", Shown(flow, flow.Levels[0], FlowCount.NineMonth, FlowCount.Withdrawn, FlowCount.Lost));
    }

    [Fact]
    public void Nine_months_measured_before_they_were_due_leave_no_difference_below_nought()
    {
        ParticipantFlowTally tally = new();
        tally.Add("enrolled", "oak", "full", 20);
        tally.Add("nine-month-due", "oak", "full", 10);
        tally.Add("nine-month", "oak", "full", 12);

        ParticipantFlow flow = tally.Figures();

        Assert.Null(flow.Of(FlowGroup.Everybody, FlowCount.NotFollowedUp));
        Assert.Equal("20 10 12 8", Shown(flow, FlowGroup.Everybody, FlowCount.Enrolled, FlowCount.NineMonthDue, FlowCount.NineMonth, FlowCount.StillIn));
    }

    /// <summary>With all sums that a reader can think of, written down here once more.</summary>
    [Fact]
    public void No_count_of_people_follows_from_others_of_its_stage_its_agency_or_its_level() => AnyAgencies.Sample(agencies =>
    {
        ParticipantFlow flow = Flow(agencies);
        FlowGroup[] groups = [FlowGroup.Everybody, .. flow.Levels, .. flow.Agencies];
        (FlowGroup Group, FlowCount What)[] cells = [.. groups.SelectMany(group => Enum.GetValues<FlowCount>().Select(what => (group, what))).Where(cell => flow.Of(cell.group, cell.what) is not null)];
        List<CountSum> sums = [];
        foreach (FlowGroup group in groups)
        {
            Add(FlowCount.Enrolled, FlowCount.Baseline, FlowCount.NoBaseline);
            Add(FlowCount.Enrolled, FlowCount.NineMonthDue, FlowCount.NotYetDue);
            Add(FlowCount.NineMonthDue, FlowCount.NineMonth, FlowCount.NotFollowedUp);
            Add(FlowCount.Enrolled, FlowCount.NineMonth, FlowCount.Withdrawn, FlowCount.Lost, FlowCount.StillIn);

            void Add(FlowCount whole, params FlowCount[] parts) => Sum((group, whole), [.. parts.Select(part => (group, part))]);
        }

        foreach (FlowCount what in Enum.GetValues<FlowCount>())
        {
            Sum((FlowGroup.Everybody, what), [.. flow.Levels.Select(level => (level, what))]);
            Sum((FlowGroup.Everybody, what), [.. flow.Agencies.Select(agency => (agency, what))]);
            foreach (FlowGroup level in flow.Levels)
            {
                Sum((level, what), [.. flow.Agencies.Where(agency => agency.Fidelity == level.Fidelity).Select(agency => (agency, what))]);
            }
        }

        Assert.Empty(Elimination.Determined([.. cells.Select(cell => flow.Of(cell.Group, cell.What)!.Value)], sums));

        void Sum((FlowGroup, FlowCount) whole, (FlowGroup, FlowCount)[] parts)
        {
            if (cells.Contains(whole) && parts.All(part => cells.Contains(part)))
            {
                sums.Add(new CountSum(Array.IndexOf(cells, whole), [.. parts.Select(part => Array.IndexOf(cells, part))]));
            }
        }
    }, iter: 300);

    private static ParticipantFlow Flow(params (int Level, int StillIn, int Withdrawn, int Lost, int Measured)[] agencies)
    {
        ParticipantFlowTally tally = new();
        foreach (((int level, int stillIn, int withdrawn, int lost, int measured), int place) in agencies.Select((agency, place) => (agency, place)))
        {
            (string stage, int count)[] stages =
            [
                ("enrolled", stillIn + withdrawn + lost + measured), ("baseline", stillIn + withdrawn + lost + measured), ("nine-month-due", withdrawn + lost + measured),
                ("nine-month", measured), ("withdrawn", withdrawn), ("lost", lost),
            ];
            Array.ForEach(stages, stage => tally.Add(stage.stage, $"agency-{place}", Levels[level], stage.count));
        }

        return tally.Figures();
    }

    private static string Shown(ParticipantFlow flow, FlowGroup group, params FlowCount[] counts) => string.Join(' ', counts.Select(what => flow.Of(group, what)));
}
