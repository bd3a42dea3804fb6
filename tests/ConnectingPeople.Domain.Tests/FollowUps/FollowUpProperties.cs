using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Tests.Alerts;
using ConnectingPeople.Domain.Tests.Studies;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.FollowUps;

/// <summary>What holds for anybody's course, played through the deciders.</summary>
public sealed class FollowUpProperties
{
    private const int Histories = 150;

    private static readonly Study Relative = Shipped.Study with { Exports = Shipped.Study.Exports with { Dates = ExportDates.Relative } };

    /// <summary>Drawn with the place of one of its moments, in thousandths of all.</summary>
    private static readonly Gen<(AnyHistory History, int At)> Any = Gen.Select(AnyHistory.Any, Gen.Int[0, 999]);

    [Fact]
    public void An_alert_stands_in_an_export_as_it_was_stored_at_the_cut_off()
    {
        HashSet<AlertState> seen = [];
        Any.Sample(
            drawn =>
            {
                List<AnyHistory.Moment> moments = [.. drawn.History.Play()];
                int last = Enumerable.Range(0, moments.Count - 1).Where(i => moments[i + 1].At > moments[i].At).ElementAt(Place(drawn.At, moments));
                IEnumerable<Alert> then = StoredBy(moments.Take(last + 1), moments[last + 1].Before).Alerts;

                List<Alert> exported = [.. CutOff.Apply(StoredBy(moments), moments[last].At, Shipped.Study)!.Alerts];

                Assert.Equal(then.Select(Told), exported.Select(Told));
                lock (seen)
                {
                    seen.UnionWith(exported.Select(alert => alert.State));
                }
            },
            iter: Histories);
        Assert.Superset(new HashSet<AlertState> { AlertState.Notified, AlertState.Acknowledged, AlertState.Resolved }, seen);
    }

    [Fact]
    public void Every_column_with_an_empty_cell_says_what_that_means() => Any.Sample(
        drawn =>
        {
            List<AnyHistory.Moment> moments = [.. drawn.History.Play()];
            ParticipantHistory person = CutOff.Apply(StoredBy(moments), moments[Place(drawn.At, moments)].At, Relative)!;

            foreach (PersonCells.OfFile cell in PersonCells.Of(person, Relative).Where(cell => cell.Text.Length == 0))
            {
                Assert.True(cell.Column.Missing is not null, $"{cell.File}.{cell.Column.Name} is empty and nobody says why");
            }
        },
        iter: Histories);

    /// <summary>A place among those moments after which time went on: at least one in three.</summary>
    private static int Place(int thousandths, List<AnyHistory.Moment> moments) =>
        thousandths * Enumerable.Range(0, moments.Count - 1).Count(i => moments[i + 1].At > moments[i].At) / 1000;

    private static string Told(Alert alert) => $"{alert.Id} {alert.State} {string.Join(", ", alert.Steps)}";

    /// <summary>What storage holds after some moments.</summary>
    private static ParticipantHistory StoredBy(IEnumerable<AnyHistory.Moment> moments, Participant? after = null)
    {
        SortedDictionary<string, CheckIn> checkIns = new(StringComparer.Ordinal);
        SortedDictionary<string, Alert> alerts = new(StringComparer.Ordinal);
        Participant? person = null;
        foreach (AnyHistory.Moment moment in moments)
        {
            Store(moment.Before.CheckIns, moment.Before.Alerts);
            Store(moment.Decision.CheckIns, moment.Decision.Alerts);
            person = moment.Decision.Person;
        }

        Store(after?.CheckIns ?? [], after?.Alerts ?? []);
        return new ParticipantHistory(person!) { CheckIns = [.. checkIns.Values], Alerts = [.. alerts.Values] };

        void Store(IEnumerable<CheckIn> changed, IEnumerable<Alert> told)
        {
            foreach (CheckIn checkIn in changed)
            {
                checkIns[checkIn.Id] = checkIn;
            }

            foreach (Alert alert in told)
            {
                alerts[alert.Id] = alert;
            }
        }
    }
}
