using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>Hands alerts over to be told, and on to the next audience.</summary>
public static class Handing
{
    /// <summary>Why an alert goes on to others that nobody acknowledged in time.</summary>
    public const string NotInTime = "not acknowledged in time";

    /// <summary>How long handing an alert over may take before a wake-up does it again.</summary>
    public static Duration Patience { get; } = Duration.FromMinutes(10);

    /// <summary>The same for an urgent one.</summary>
    public static Duration UrgentPatience { get; } = Duration.FromMinutes(2);

    /// <summary>How often the last resort is tried when nobody at all could be reached.</summary>
    public static Duration KeepsTrying { get; } = Duration.FromHours(1);

    /// <summary>Escalates what nobody acknowledged in time, and hands over what is to be told by now.</summary>
    public static Decision On(Decision decision, Instant now)
    {
        foreach (Alert alert in decision.Person.Alerts)
        {
            Alert looked = alert.EscalatesAt <= now ? Escalated(alert, now, NotInTime) : alert;
            if (looked.TellAt <= now)
            {
                looked = looked with { TellAt = now + (looked.Severity == Severity.Urgent ? UrgentPatience : Patience) };
                decision = decision with { Tell = [.. decision.Tell, looked.Id] };
            }

            decision = looked == alert ? decision : decision.With(looked);
        }

        return decision;
    }

    /// <summary>Writes down that somebody was told. News about an audience that it has left behind changes nothing but the record.</summary>
    /// <param name="decision">About the person whose alert it is.</param>
    /// <param name="id">Which alert.</param>
    /// <param name="audience">As whose member they were told.</param>
    /// <param name="who">Their address.</param>
    /// <param name="how"><c>email</c> or <c>sms</c>.</param>
    /// <param name="now">When the provider took the message.</param>
    public static Decision Told(Decision decision, string id, Audience audience, string who, string how, Instant now)
    {
        if (decision.Person.Find(id) is not { } alert)
        {
            return decision;
        }

        Alert told = alert.After(AlertAct.Notified, now, who, how) with
        {
            State = alert.State == AlertState.Raised ? AlertState.Notified : alert.State,
        };
        return decision.With(alert.Audience == audience ? told with { TellAt = null } : told);
    }

    /// <summary>Somebody couldn't be reached: others hear of it now. The last resort is tried again and again.</summary>
    /// <param name="decision">About the person whose alert it is.</param>
    /// <param name="id">Which alert.</param>
    /// <param name="audience">The audience that nobody was reached of.</param>
    /// <param name="who">The address that failed; null when the audience has nobody in it.</param>
    /// <param name="now">The present instant.</param>
    public static Decision NotReached(Decision decision, string id, Audience audience, string? who, Instant now)
    {
        if (decision.Person.Find(id) is not { } alert || alert.Audience != audience || alert.TellAt is null)
        {
            return decision;
        }

        bool isKnown = alert.Steps[^1] is { Act: AlertAct.NotReached, Who: var last } && last == who;
        Alert missed = isKnown ? alert : alert.After(AlertAct.NotReached, now, who);
        if (audience == Audience.LastResort)
        {
            return decision.With(missed with { TellAt = now + KeepsTrying });
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
            || alert.Steps.Any(step => step.Act == AlertAct.NotReached && step.Who == who))
        {
            return decision;
        }

        bool toldOtherwise = alert.Steps.Any(step => step.Act == AlertAct.Notified && (step.Who != who || step.What != "email"));
        return toldOtherwise
            ? decision.With(alert.After(AlertAct.NotReached, now, who))
            : NotReached(decision.With(alert with { TellAt = now }), id, audience, who, now);
    }

    private static Alert Escalated(Alert alert, Instant now, string why) => alert.After(AlertAct.Escalated, now, null, why) with
    {
        EscalatesAt = null,
        Audience = alert.Audience == Audience.Practitioner ? Audience.Supervisors : alert.Audience,
        TellAt = alert.Audience == Audience.Practitioner ? now : alert.TellAt,
    };
}
