using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Messaging;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>
/// Whatever providers answer in whatever order, and wherever an instance dies: what was laid into a tray is told, or waits, or is
/// reported as not reached. Nothing is lost.
/// </summary>
public sealed class TrayProperties
{
    private static readonly Duration GatherFor = Duration.FromMinutes(5);

    private static readonly Instant Start = At("2026-01-12T09:00Z");

    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Frequency((3, Gen.Const("lay")), (5, Gen.Const("send"))), Gen.Bool, Gen.Frequency((3, Gen.Int[0, 10]), (1, Gen.Int[10, 400])),
        Gen.OneOf("accepted", "later", "hours later", "unknown", "refused", "dies before", "dies after", "dies between").Array[4],
        Gen.Select(Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))), Gen.Bool),
        (what, urgent, minutes, outcomes, ways) => new Step(what, urgent, minutes, outcomes, ways.Item1, ways.Item2)).Array[1, 40];

    [Fact]
    public void Nothing_that_was_laid_in_is_ever_lost() => Steps.Sample(
        steps =>
        {
            Desk desk = new();
            foreach (Step step in steps)
            {
                desk.Do(step);
                Assert.All(desk.Laid, alert => Assert.True(desk.IsAccountedFor(alert), $"{alert.Alert} is lost"));
                bool waits = desk.Tray.Waiting.Count + desk.Tray.Outbox.Count > 0;
                Assert.Equal(waits, desk.Tray.LookAt(GatherFor) is not null);
                Assert.True(!waits || desk.Tray.LookAt(GatherFor) <= desk.Now + Duration.FromHours(2), "nobody looks for hours");
            }
        },
        iter: 3_000);

    [Fact]
    public void All_of_it_comes_to_an_end_by_looking_when_the_tray_says_so() => Steps.Sample(
        steps =>
        {
            Desk desk = new();
            Array.ForEach(steps, desk.Do);

            for (int looks = 0; desk.Tray.LookAt(GatherFor) is { } next; looks++)
            {
                Assert.True(looks < 50, "it never ends");
                desk.LookAt(next);
            }

            Assert.All(desk.Laid, alert => Assert.True(desk.Told.Contains(alert) || desk.NotReached.Contains(alert), alert.Alert));
        },
        iter: 2_000);

    [Fact]
    public void Urgent_ones_go_alone_and_at_the_next_look_and_nothing_is_claimed_by_two_at_once() => Steps.Sample(
        steps =>
        {
            Desk desk = new();
            foreach (Step step in steps)
            {
                desk.Do(step);
                Assert.All(desk.Sent, notice => Assert.True(notice.About.Count == 1 || !notice.IsUrgent));
                Assert.True(step.What != "send" || step.Outcomes[0] == "dies before" || desk.Tray.Waiting.All(alert => !alert.IsUrgent));
                Assert.Empty(Telling.Send(desk.Tray, desk.Now, GatherFor, true, true).Send.Select(notice => notice.Id).Intersect(desk.ClaimedNow));
            }
        },
        iter: 2_000);

    [Fact]
    public void Steps_reach_all_ends()
    {
        Dictionary<string, int> seen = [];
        Steps.Sample(
            steps =>
            {
                Desk desk = new();
                Array.ForEach(steps, desk.Do);
                lock (seen)
                {
                    Count(desk.Told.Count, "told");
                    Count(desk.NotReached.Count, "not reached");
                    Count(desk.Sent.Count(notice => notice.About.Count > 1), "gathered");
                    Count(desk.Sent.Count(notice => notice.Tries > 1), "tried again");
                    Count(desk.Tray.Outbox.Count, "under way at the end");
                }
            },
            iter: 500);

        Assert.All(["told", "not reached", "gathered", "tried again", "under way at the end"], what => Assert.True(seen.GetValueOrDefault(what) >= 50, what));

        void Count(int times, string what) => seen[what] = seen.GetValueOrDefault(what) + times;
    }

    private sealed record Step(string What, bool Urgent, int Minutes, string[] Outcomes, bool ByEmail, bool BySms);

    /// <summary>What instances do with a tray, one after another, some dying.</summary>
    private sealed class Desk
    {
        public Tray Tray { get; private set; } = new();

        public Instant Now { get; private set; } = Start;

        public List<WaitingAlert> Laid { get; } = [];

        public HashSet<WaitingAlert> Told { get; } = [];

        public HashSet<WaitingAlert> NotReached { get; } = [];

        public List<Notice> Sent { get; } = [];

        public HashSet<string> ClaimedNow { get; } = [];

        public bool IsAccountedFor(WaitingAlert alert) =>
            Told.Contains(alert) || NotReached.Contains(alert) || Tray.Waiting.Contains(alert) || Tray.Outbox.Any(notice => notice.About.Contains(alert));

        public void Do(Step step)
        {
            Now += Duration.FromMinutes(step.Minutes);
            ClaimedNow.Clear();
            if (step.What == "lay")
            {
                WaitingAlert alert = new("CP-1", $"alert-{Laid.Count}", Audience.Practitioner, step.Urgent, Now);
                Laid.Add(alert);
                Tray = Telling.Take(Tray, alert);
                return;
            }

            Send(step.Outcomes, step.ByEmail, step.BySms);
        }

        public void LookAt(Instant next)
        {
            Now = Instant.Max(Now, next);
            Send(["accepted"], byEmail: true, bySms: false);
        }

        private void Send(string[] outcomes, bool byEmail, bool bySms)
        {
            TrayDecision decision = Telling.Send(Tray, Now, GatherFor, byEmail, bySms);
            if (outcomes[0] == "dies before")
            {
                return;
            }

            Tray = decision.Tray;
            foreach ((Notice notice, int i) in decision.Send.Select((notice, i) => (notice, i)))
            {
                Sent.Add(notice with { Tries = notice.Tries + 1 });
                ClaimedNow.Add(notice.Id);
                Record(notice, outcomes[i % outcomes.Length]);
            }
        }

        private void Record(Notice notice, string outcome)
        {
            if (outcome is "dies before" or "dies after")
            {
                return;
            }

            SendResult result = outcome switch
            {
                "accepted" or "dies between" => new SendResult.Accepted("1"),
                "later" => new SendResult.TryLater(Duration.FromMinutes(1)),
                "hours later" => new SendResult.TryLater(Duration.FromHours(1)),
                "unknown" => new SendResult.Unknown(),
                _ => new SendResult.Refused("400"),
            };
            NoticeOutcome known = Telling.Record(Tray, notice, result, Now);
            Told.UnionWith(known.Told);
            NotReached.UnionWith(known.NotReached);
            Tray = outcome == "dies between" ? Tray : Telling.Record(Tray, notice, result, Now).Tray;
            if (outcome is not ("accepted" or "refused"))
            {
                return;
            }

            ClaimedNow.Remove(notice.Id);
        }
    }
}
