using System.Diagnostics.Metrics;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Messaging;

namespace ConnectingPeople.Functions.Operations;

/// <summary>
/// What the app counts and measures of its own work. The names are those that alert rules and runbooks ask for; tags name a provider,
/// a storage service or a queue, never anybody. While nobody listens, recording costs nothing.
/// </summary>
public sealed class StudyMetrics
{
    public const string MeterName = "ConnectingPeople";

    private readonly Counter<long> due;
    private readonly Counter<long> sent;
    private readonly Counter<long> delivered;
    private readonly Counter<long> answered;
    private readonly Counter<long> providerErrors;
    private readonly Counter<long> transactions;
    private readonly Histogram<double> replyLatency;
    private readonly Gauge<double> agendaLag;
    private readonly Gauge<double> outboxAge;
    private readonly Gauge<long> alertsOpen;
    private readonly Gauge<long> alertsOverdue;
    private readonly Gauge<long> poison;

    public StudyMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        due = meter.CreateCounter<long>("checkins.due", "{check-in}", "Check-ins whose time came: begun, or too late and cancelled.");
        sent = meter.CreateCounter<long>("checkins.sent", "{check-in}", "Check-ins whose first message a provider took.");
        delivered = meter.CreateCounter<long>("checkins.delivered", "{check-in}", "Check-ins whose first message was reported as delivered.");
        answered = meter.CreateCounter<long>("checkins.answered", "{check-in}", "Check-ins that were answered for the first time.");
        providerErrors = meter.CreateCounter<long>("provider.errors", "{error}", "Calls that a provider refused or failed, and filtered messages; no dead numbers.");
        transactions = meter.CreateCounter<long>("storage.transactions", "{transaction}", "Calls to storage, those of the host not among them.");
        replyLatency = meter.CreateHistogram<double>("reply.latency", "s", "From a text's arrival to the answer to it.");
        agendaLag = meter.CreateGauge<double>("agenda.lag", "s", "Since the oldest wake-up that is due.");
        outboxAge = meter.CreateGauge<double>("outbox.age", "s", "Since the oldest message that may go could have gone.");
        alertsOpen = meter.CreateGauge<long>("alerts.open", "{alert}", "Alerts that nobody has resolved.");
        alertsOverdue = meter.CreateGauge<long>("alerts.overdue", "{alert}", "Alerts that nobody acknowledged in time.");
        poison = meter.CreateGauge<long>("queue.poison", "{message}", "Messages in a poison queue.");
    }

    /// <summary>Whether anybody listens to what has to be read from storage before it can be told.</summary>
    public bool AreWatched => poison.Enabled || alertsOpen.Enabled || alertsOverdue.Enabled || outboxAge.Enabled;

    /// <summary>A decision was stored.</summary>
    public void Decided(Participant before, Decision decision)
    {
        if (!due.Enabled && !sent.Enabled && !answered.Enabled)
        {
            return;
        }

        due.Add(decision.Send.Count(message => message.Tries == 1 && Outgoing.Begins(message.Id))
            + decision.CheckIns.Count(checkIn => checkIn.Status == CheckInStatus.Cancelled));
        sent.Add(decision.Dispatches.Count(dispatch => dispatch.Status == DeliveryStatus.Accepted && Outgoing.Begins(dispatch.MessageId)));
        answered.Add(decision.CheckIns.Count(checkIn => checkIn is { SentAt: not null, FirstReplyAt: not null }
            && before.CheckIns.Any(known => known.Id == checkIn.Id && known.FirstReplyAt is null)));
    }

    /// <summary>A delivery report was stored. Codes of the account are Twilio's alone.</summary>
    public void Reported(string messageId, DeliveryReport report)
    {
        delivered.Add(report.Status == DeliveryStatus.Delivered && Outgoing.Begins(messageId) ? 1 : 0);
        if (ErrorCodes.IsOfTheAccount(report.Code))
        {
            providerErrors.Add(1, new KeyValuePair<string, object?>("provider", "twilio"));
        }
    }

    /// <summary>A provider answered a call that sends a message. What only tells of a person's number or address is no error.</summary>
    public void Answered(string provider, SendResult result)
    {
        bool isError = result is SendResult.TryLater or SendResult.Unknown
            || (result is SendResult.Refused(string code) && ErrorCodes.MeaningOf(code) == ErrorMeaning.NotThisTime);
        providerErrors.Add(isError ? 1 : 0, new KeyValuePair<string, object?>("provider", provider));
    }

    /// <summary>A text was answered.</summary>
    public void Replied(TimeSpan after) => replyLatency.Record(after.TotalSeconds);

    public void AgendaLags(Duration by) => agendaLag.Record(by.TotalSeconds);

    public void Transaction(string service) => transactions.Add(1, new KeyValuePair<string, object?>("service", service));

    /// <summary>Everybody was looked at.</summary>
    public void Measured(PeopleFigures people, Instant now)
    {
        alertsOpen.Record(people.AlertsOpen);
        alertsOverdue.Record(people.AlertsOverdue);
        outboxAge.Record((now - (people.OutboxSince ?? now)).TotalSeconds);
    }

    public void Poisoned(string queue, long messages) => poison.Record(messages, new KeyValuePair<string, object?>("queue", queue));
}
