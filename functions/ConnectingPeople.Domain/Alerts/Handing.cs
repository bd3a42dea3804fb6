using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>Hands alerts over to be told, and on to the next audience.</summary>
public static class Handing
{
    /// <summary>How long handing an alert over may take before a wake-up does it again.</summary>
    public static Duration Patience { get; } = Duration.FromMinutes(10);

    /// <summary>The same for an urgent one.</summary>
    public static Duration UrgentPatience { get; } = Duration.FromMinutes(2);

    /// <summary>How often the last resort is tried when nobody at all could be reached.</summary>
    public static Duration KeepsTrying { get; } = Duration.FromHours(1);

    /// <summary>Why an alert went on to others that nobody acknowledged.</summary>
    public const string NotInTime = "not acknowledged in time";

    private const string Email = "email";

    private const string Sms = "sms";

    /// <summary>
    /// Escalates what nobody acknowledged in time, and hands over what is to be told by now. What is late when it is first seen,
    /// because the message was taken late, goes to the practitioner first all the same, and on as soon as that is done. Of very many
    /// the rest stay due, and follow a minute later.
    /// </summary>
    public static Decision On(Decision decision, Instant now)
    {
        IReadOnlyList<Alert> alerts = decision.Person.Alerts;
        foreach (Alert alert in alerts.Count <= Decision.MostOfAKind ? alerts : [.. alerts.OrderBy(WaitsSince)])
        {
            if (decision.Alerts.Count >= Decision.MostOfAKind)
            {
                break;
            }

            bool isNew = alert.TellAt == alert.RaisedAt;
            Alert looked = alert.EscalatesAt <= now && !isNew ? Escalated(alert, now, NotInTime) : alert;
            if (looked.TellAt <= now)
            {
                Instant again = now + (looked.Severity == Severity.Urgent ? UrgentPatience : Patience);
                looked = looked with { TellAt = again, EscalatesAt = looked.EscalatesAt <= now ? again : looked.EscalatesAt };
                decision = decision with { Tell = [.. decision.Tell, looked.Id] };
            }

            decision = looked == alert ? decision : decision.With(looked);
        }

        return decision;
    }

    /// <summary>
    /// Writes down that somebody was told. News about an audience that it has left behind, or of a former practitioner, changes nothing
    /// but the record.
    /// </summary>
    /// <param name="decision">About the person whose alert it is.</param>
    /// <param name="id">Which alert.</param>
    /// <param name="audience">As whose member they were told.</param>
    /// <param name="who">Their address.</param>
    /// <param name="how"><c>email</c> or <c>sms</c>.</param>
    /// <param name="now">When the provider took the message.</param>
    /// <param name="claimedAt">When the message was claimed: news since then that it didn't arrive holds. Null for no such news.</param>
    public static Decision Told(
        Decision decision, string id, Audience audience, string who, string how, Instant now, Instant? claimedAt = null)
    {
        if (decision.Person.Find(id) is not { } alert)
        {
            return decision;
        }

        Alert told = alert.After(AlertAct.Notified, now, who, how) with
        {
            State = alert.State == AlertState.Raised ? AlertState.Notified : alert.State,
        };
        bool bounced = alert.Steps.Any(step => step.Act == AlertAct.NotReached && step.Who == who && step.At >= claimedAt);
        bool isFormer = audience == Audience.Practitioner && who != decision.Person.Profile.Practitioner;
        return decision.With(alert.Audience == audience && !bounced && !isFormer ? told with { TellAt = null } : told);
    }

    /// <summary>Somebody couldn't be reached: others hear of it now. The last resort is tried again and again.</summary>
    /// <param name="decision">About the person whose alert it is.</param>
    /// <param name="id">Which alert.</param>
    /// <param name="audience">The audience that nobody was reached of.</param>
    /// <param name="who">The address that failed; null when the audience has nobody in it.</param>
    /// <param name="now">The present instant.</param>
    public static Decision NotReached(Decision decision, string id, Audience audience, string? who, Instant now) =>
        NotReached(decision, id, audience, who, how: null, now);

    private static Decision NotReached(Decision decision, string id, Audience audience, string? who, string? how, Instant now)
    {
        if (decision.Person.Find(id) is not { } alert || alert.Audience != audience || alert.TellAt is null)
        {
            return decision;
        }

        Alert missed = alert.After(AlertAct.NotReached, now, who, how);
        if (audience == Audience.LastResort)
        {
            bool isKnown = how is null && InThisTurn(alert).LastOrDefault(step => step.Who == who) is { Act: AlertAct.NotReached };
            return decision.With((isKnown ? alert : missed) with { TellAt = now + KeepsTrying });
        }

        Alert handedOn = missed.After(AlertAct.Escalated, now, null, "nobody was reached") with { Audience = audience + 1, TellAt = now };
        return decision.With(handedOn with { EscalatesAt = audience == Audience.Practitioner ? null : handedOn.EscalatesAt });
    }

    /// <summary>
    /// A message that was taken didn't arrive after all. Unless somebody acknowledged the alert or another message told of it,
    /// others hear of it now.
    /// </summary>
    /// <param name="decision">About the person whose alert it is.</param>
    /// <param name="id">Which alert.</param>
    /// <param name="audience">As whose member the address was told.</param>
    /// <param name="who">The address.</param>
    /// <param name="now">The present instant.</param>
    public static Decision Bounced(Decision decision, string id, Audience audience, string who, Instant now)
    {
        if (decision.Person.Find(id) is not { } alert || alert.Audience != audience || alert.State == AlertState.Acknowledged
            || InThisTurn(alert).LastOrDefault(step => step.Who == who && step.What != Sms) is { Act: AlertAct.NotReached })
        {
            return decision;
        }

        string? earlier = audience == Audience.Supervisors ? decision.Person.Profile.Practitioner : null;
        return IsToldOtherwise(alert, who, earlier)
            ? decision.With(alert.After(AlertAct.NotReached, now, who, Email))
            : NotReached(decision.With(alert with { TellAt = now }), id, audience, who, Email, now);
    }

    /// <summary>What happened since it is this audience's turn.</summary>
    private static IEnumerable<AlertStep> InThisTurn(Alert alert) =>
        alert.Steps.Reverse().TakeWhile(step => step.Act is not (AlertAct.Escalated or AlertAct.Acknowledged)).Reverse();

    /// <summary>Whether another message tells of it of which nobody said that it didn't arrive.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="who">Whose email it isn't.</param>
    /// <param name="earlier">Somebody of an earlier audience, told late perhaps; null for nobody.</param>
    private static bool IsToldOtherwise(Alert alert, string who, string? earlier)
    {
        List<AlertStep> turn = [.. InThisTurn(alert)];
        return turn
            .Where(step => step.Act == AlertAct.Notified && !(step.Who == who && step.What == Email) && step.Who != earlier)
            .Any(told => !turn.Any(step => step.Act == AlertAct.NotReached && step.Who == told.Who && (step.What is null || step.What == told.What)));
    }

    private static Instant WaitsSince(Alert alert) => Instant.Min(alert.TellAt ?? Instant.MaxValue, alert.EscalatesAt ?? Instant.MaxValue);

    private static Alert Escalated(Alert alert, Instant now, string why) => alert.After(AlertAct.Escalated, now, null, why) with
    {
        EscalatesAt = null,
        Audience = alert.Audience == Audience.Practitioner ? Audience.Supervisors : alert.Audience,
        TellAt = alert.Audience == Audience.Practitioner ? now : alert.TellAt,
    };
}
