using ConnectingPeople.Domain.Messaging;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>Decides which messages a member of staff gets: what is urgent at once and alone, all else gathered into one.</summary>
public static class Telling
{
    /// <summary>How often a provider is tried with a message before somebody else hears of what it says.</summary>
    private const int MaxTries = 12;

    /// <summary>The same for something urgent: others must hear of it within minutes.</summary>
    private const int MaxTriesWhenUrgent = 4;

    /// <summary>The longest wait between two tries of something urgent, whatever the provider asks for.</summary>
    private static readonly Duration LongestUrgentWait = Duration.FromMinutes(5);

    /// <summary>How many alerts one message tells of: more could neither be read nor taken along by an email.</summary>
    private const int MostInOne = 50;

    private const int KeptProviderIds = 50;

    /// <summary>Lays an alert into the tray, once for each audience.</summary>
    public static Tray Take(Tray tray, WaitingAlert alert) =>
        tray.Waiting.Concat(tray.Outbox.SelectMany(notice => notice.About)).Any(known => IsSame(known, alert))
            ? tray
            : tray with { Waiting = [.. tray.Waiting, alert] };

    /// <summary>Lays the digest of a day into the tray, once.</summary>
    public static Tray TakeDigest(Tray tray, LocalDate day, Instant now) => tray.DigestOn >= day
        ? tray
        : Add(tray with { DigestOn = day }, new Notice { Id = "", Way = NoticeWay.Email, Digest = day, LookAt = now });

    /// <summary>Makes messages of what has waited long enough, and claims all that are to be tried now.</summary>
    /// <param name="tray">As stored.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="gatherFor">How long what isn't urgent waits for company.</param>
    /// <param name="byEmail">Whether their address works.</param>
    /// <param name="bySms">Whether they have a number, for what is urgent.</param>
    /// <returns>What to store, and what to send once it is stored.</returns>
    public static TrayDecision Send(Tray tray, Instant now, Duration gatherFor, bool byEmail, bool bySms)
    {
        foreach (WaitingAlert urgent in tray.Waiting.Where(alert => alert.IsUrgent))
        {
            tray = Write(tray, [urgent], now, byEmail, bySms);
        }

        List<WaitingAlert> others = [.. tray.Waiting.Where(alert => !alert.IsUrgent)];
        bool gathered = others.Count > 0 && others[0].Since + gatherFor <= now;
        foreach (WaitingAlert[] some in gathered ? others.Chunk(MostInOne) : [])
        {
            tray = Write(tray, some, now, byEmail, bySms: false);
        }

        tray = tray with { Waiting = gathered ? [] : others };
        List<Notice> claimed = [.. tray.Outbox.Where(notice => notice.LookAt <= now)];
        return new TrayDecision(claimed.Aggregate(tray, (soFar, notice) => Replace(soFar, Claimed(notice, now))), claimed);
    }

    /// <summary>What a provider's answer means.</summary>
    /// <param name="tray">As stored.</param>
    /// <param name="notice">The message.</param>
    /// <param name="result">What the provider said.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>What to store once the outcome is written down with each alert.</returns>
    public static NoticeOutcome Record(Tray tray, Notice notice, SendResult result, Instant now)
    {
        if (tray.Outbox.FirstOrDefault(waiting => waiting.Id == notice.Id) is not { } current)
        {
            return new NoticeOutcome(tray);
        }

        int most = current.IsUrgent ? MaxTriesWhenUrgent : MaxTries;
        return result switch
        {
            SendResult.Accepted(string providerId) => new NoticeOutcome(Remember(Remove(tray, current), current, providerId))
            {
                Told = current.About,
                ClaimedAt = current.ClaimedAt,
            },
            SendResult.TryLater(Duration after) when current.Tries < most =>
                new NoticeOutcome(Replace(tray, current with { ClaimedAt = null, LookAt = now + WaitOf(current, after) })),
            SendResult.Unknown when current.Tries < most => new NoticeOutcome(tray),
            _ => NotReached(Remove(tray, current), current),
        };
    }

    private static Duration WaitOf(Notice notice, Duration asked)
    {
        Duration wait = Outbox.Wait(asked, notice.Tries);
        return notice.IsUrgent ? Duration.Min(wait, LongestUrgentWait) : wait;
    }

    /// <summary>Takes a message away that has nothing to tell any more.</summary>
    public static Tray Drop(Tray tray, Notice notice) => Remove(tray, notice);

    private static NoticeOutcome NotReached(Tray left, Notice notice)
    {
        IEnumerable<WaitingAlert> stillUnderWay = left.Outbox.SelectMany(other => other.About);
        return new NoticeOutcome(left) { NotReached = [.. notice.About.Where(alert => !stillUnderWay.Any(other => IsSame(other, alert)))] };
    }

    /// <remarks>Where nothing works at all an email is tried nevertheless: its refusal hands the alert on to others.</remarks>
    private static Tray Write(Tray tray, IReadOnlyList<WaitingAlert> about, Instant now, bool byEmail, bool bySms)
    {
        Notice notice = new() { Id = "", Way = NoticeWay.Email, About = about, LookAt = now };
        tray = byEmail || !bySms ? Add(tray, notice) : tray;
        return bySms ? Add(tray, notice with { Way = NoticeWay.Sms }) : tray;
    }

    private static Tray Add(Tray tray, Notice notice)
    {
        string id = $"n{(tray.NoticesEver + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return tray with { Outbox = [.. tray.Outbox, notice with { Id = id }], NoticesEver = tray.NoticesEver + 1 };
    }

    private static Notice Claimed(Notice notice, Instant now) =>
        notice with { ClaimedAt = now, LookAt = now + Outbox.LingersAfter, Tries = notice.Tries + 1 };

    private static Tray Remember(Tray tray, Notice notice, string providerId) => notice.Way == NoticeWay.Sms
        ? tray with { ProviderIds = [.. tray.ProviderIds.Append(providerId).TakeLast(KeptProviderIds)] }
        : tray;

    private static Tray Remove(Tray tray, Notice notice) => tray with { Outbox = [.. tray.Outbox.Where(other => other.Id != notice.Id)] };

    private static Tray Replace(Tray tray, Notice notice) =>
        tray with { Outbox = [.. tray.Outbox.Select(other => other.Id == notice.Id ? notice : other)] };

    private static bool IsSame(WaitingAlert one, WaitingAlert other) =>
        one.Participant == other.Participant && one.Alert == other.Alert && one.Audience == other.Audience;
}

/// <summary>What to store, and what must follow.</summary>
/// <param name="Tray">The tray to store.</param>
/// <param name="Send">Messages claimed by storing it, as they were before: one that was claimed already may have gone.</param>
public sealed record TrayDecision(Tray Tray, IReadOnlyList<Notice> Send);

/// <summary>What became of a message.</summary>
/// <param name="Tray">The tray to store once the rest is written down.</param>
public sealed record NoticeOutcome(Tray Tray)
{
    /// <summary>Alerts that somebody was told of.</summary>
    public IReadOnlyList<WaitingAlert> Told { get; init; } = [];

    /// <summary>When the message that told of them was claimed.</summary>
    public Instant? ClaimedAt { get; init; }

    /// <summary>Alerts that this member of staff can't be told of.</summary>
    public IReadOnlyList<WaitingAlert> NotReached { get; init; } = [];
}
