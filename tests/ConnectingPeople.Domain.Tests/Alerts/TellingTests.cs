using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Messaging;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>One member of staff's tray: which messages they get.</summary>
public sealed class TellingTests
{
    private static readonly Instant Now = At("2026-01-12T09:00Z");

    private static readonly Duration FiveMinutes = Duration.FromMinutes(5);

    [Fact]
    public void What_is_not_urgent_waits_for_company_and_goes_in_one_email()
    {
        Tray tray = Lay(Enumerable.Range(0, 5).Select(i => Alert($"CP-{i}", urgent: false, Now + Duration.FromMinutes(i))));

        Assert.Empty(Send(tray, Now + FiveMinutes - Duration.FromSeconds(1)).Send);
        Assert.Equal(Now + FiveMinutes, tray.LookAt(FiveMinutes));
        Notice notice = Assert.Single(Send(tray, Now + FiveMinutes).Send);
        Assert.Equal((NoticeWay.Email, 5), (notice.Way, notice.About.Count));
    }

    [Fact]
    public void What_is_urgent_goes_at_once_each_alone_by_email_and_text()
    {
        Tray tray = Lay([Alert("CP-1", urgent: true), Alert("CP-2", urgent: true), Alert("CP-3", urgent: false)]);

        Assert.Equal(Now, tray.LookAt(FiveMinutes));
        Assert.Equal(
            [("CP-1", NoticeWay.Email), ("CP-1", NoticeWay.Sms), ("CP-2", NoticeWay.Email), ("CP-2", NoticeWay.Sms)],
            Send(tray, Now).Send.Select(notice => (notice.About.Single().Participant, notice.Way)));
    }

    [Theory]
    [InlineData(true, false, "Email")]
    [InlineData(false, true, "Sms")]
    [InlineData(false, false, "Email")] // its refusal hands the alert on
    public void Whoever_has_one_way_alone_gets_it_that_way(bool byEmail, bool bySms, string way) => Assert.Equal(
        way, Telling.Send(Lay([Alert("CP-1", urgent: true)]), Now, FiveMinutes, byEmail, bySms).Send.Single().Way.ToString());

    [Fact]
    public void Nobody_gets_an_email_of_more_than_fifty() => Assert.Equal(
        [50, 50, 20],
        Send(Lay(Enumerable.Range(0, 120).Select(i => Alert($"CP-{i}", urgent: false))), Now + FiveMinutes).Send.Select(notice => notice.About.Count));

    [Fact]
    public void The_same_alert_for_the_same_audience_lies_there_once_until_it_is_told()
    {
        Tray tray = Lay([Alert("CP-1", urgent: true), Alert("CP-1", urgent: true)]);
        Assert.Single(tray.Waiting);

        Tray sent = Send(tray, Now).Tray;

        Assert.Empty(Telling.Take(sent, Alert("CP-1", urgent: true)).Waiting);
        Assert.Single(Telling.Take(sent, Alert("CP-1", urgent: true) with { Audience = Audience.Supervisors }).Waiting);
    }

    [Fact]
    public void A_claim_that_was_never_recorded_is_tried_again_after_five_minutes()
    {
        Tray claimed = Send(Lay([Alert("CP-1", urgent: true)]), Now).Tray;

        Assert.Empty(Send(claimed, Now + FiveMinutes - Duration.FromSeconds(1)).Send);
        Assert.Equal(2, Send(claimed, Now + FiveMinutes).Send.Count);
        Assert.All(Send(claimed, Now + FiveMinutes).Send, notice => Assert.NotNull(notice.ClaimedAt));
    }

    [Fact]
    public void An_urgent_message_that_cannot_go_is_given_to_others_within_twenty_minutes_whatever_the_provider_asks_for()
    {
        (Tray tray, Instant at) = (Lay([Alert("CP-1", urgent: true)]), Now);
        while (true)
        {
            TrayDecision decision = Telling.Send(tray, at, FiveMinutes, byEmail: true, bySms: false);
            NoticeOutcome outcome = Telling.Record(decision.Tray, decision.Send.Single(), new SendResult.TryLater(Duration.FromHours(1)), at);
            tray = outcome.Tray;
            if (outcome.NotReached.Count > 0)
            {
                break;
            }

            at = tray.LookAt(FiveMinutes)!.Value;
        }

        Assert.InRange(at - Now, Duration.Zero, Duration.FromMinutes(20));
    }

    [Fact]
    public void A_refused_email_hands_on_only_when_no_text_message_is_under_way()
    {
        TrayDecision both = Send(Lay([Alert("CP-1", urgent: true)]), Now);

        NoticeOutcome email = Telling.Record(both.Tray, both.Send[0], new SendResult.Refused("400"), Now);
        NoticeOutcome text = Telling.Record(email.Tray, both.Send[1], new SendResult.Refused("21211"), Now);

        Assert.Empty(email.NotReached);
        Assert.Equal("CP-1", text.NotReached.Single().Participant);
    }

    [Fact]
    public void A_digest_comes_once_a_day()
    {
        Tray tray = Telling.TakeDigest(new Tray(), new LocalDate(2026, 1, 12), Now);

        Assert.Same(tray, Telling.TakeDigest(tray, new LocalDate(2026, 1, 12), Now));
        Assert.Equal(2, Telling.TakeDigest(tray, new LocalDate(2026, 1, 19), Now).Outbox.Count);
    }

    [Fact]
    public void A_tray_is_read_as_it_was_written()
    {
        Tray tray = Telling.Take(Telling.TakeDigest(Send(Lay([Alert("CP-1", urgent: true)]), Now).Tray, new LocalDate(2026, 1, 12), Now), Alert("CP-2", urgent: false));

        Assert.Equal(TrayJson.Write(tray), TrayJson.Write(TrayJson.Read(TrayJson.Write(tray))));
        Assert.Equal(tray.LookAt(FiveMinutes), TrayJson.Read(TrayJson.Write(tray)).LookAt(FiveMinutes));
    }

    private static WaitingAlert Alert(string participant, bool urgent, Instant? since = null) =>
        new(participant, "risk-phrase-2026-01-12", Audience.Practitioner, urgent, since ?? Now);

    private static Tray Lay(IEnumerable<WaitingAlert> alerts) => alerts.Aggregate(new Tray(), Telling.Take);

    private static TrayDecision Send(Tray tray, Instant now) => Telling.Send(tray, now, FiveMinutes, byEmail: true, bySms: true);
}
