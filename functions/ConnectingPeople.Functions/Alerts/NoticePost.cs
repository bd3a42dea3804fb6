using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>
/// Sends what lies in a tray. Storing the tray claims a message; what became of it is written down with each alert before it
/// leaves the tray. So whoever dies in between is followed by somebody who tells once more, never by silence.
/// </summary>
public sealed partial class NoticePost(
    TrayStore trays, Audiences audiences, NoticeWriter writer, ParticipantChanges changes, IEmailMessages emails, ITextMessages texts,
    Study study, ILogger<NoticePost> log)
{
    /// <summary>Sends all of one member of staff's messages whose time has come. One that can't be written keeps no other back.</summary>
    /// <exception cref="AggregateException">Some failed; they lie in the tray still and are tried again.</exception>
    public Task SendAsync(string email, CancellationToken cancellation) => SendAsync(email, null, cancellation);

    /// <summary>The same, with the digest of a day, once.</summary>
    public async Task SendAsync(string email, LocalDate? digest, CancellationToken cancellation)
    {
        StaffMember member = await audiences.FindAsync(email, cancellation);
        TrayDecision decision = await trays.ChangeAsync(email, tray => Claim(tray, member, digest), cancellation);
        List<Exception> failures = [];
        foreach (Notice notice in decision.Send)
        {
            try
            {
                await SendAsync(member, decision.Tray, notice, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} messages to a member of staff failed; they are tried again.", failures);
        }
    }

    /// <summary>Hands an alert on to others, because nobody of that audience can be told.</summary>
    public async Task NotReachedAsync(ParticipantId id, string alert, Audience audience, string? who, CancellationToken cancellation)
    {
        Change? change = await changes.ChangeAsync(id, (person, now) => Handing.NotReached(new Decision(person), alert, audience, who, now), cancellation);
        if (audience == Audience.LastResort && change?.After.Person.Find(alert) is { TellAt: not null })
        {
            LogNobody(id.Text, alert);
        }
    }

    /// <summary>Hands on what an email told of that the provider took and couldn't deliver.</summary>
    /// <param name="told">What it told of, as it was sent along.</param>
    /// <param name="email">Whom it didn't reach.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task BouncedAsync(string told, string email, CancellationToken cancellation)
    {
        foreach (ToldAlert alert in ToldAlerts.Read(told))
        {
            await changes.ChangeAsync(
                alert.Which.Participant,
                (person, now) => Handing.Bounced(new Decision(person), alert.Which.Alert, alert.Audience, email, now),
                cancellation);
        }
    }

    private (Tray, TrayDecision) Claim(Tray tray, StaffMember member, LocalDate? digest)
    {
        tray = digest is { } day ? Telling.TakeDigest(tray, day, changes.Now) : tray;
        TrayDecision decision = Telling.Send(tray, changes.Now, study.Alerts.GatherFor, !member.EmailFails, member.Phone is not null);
        return (decision.Tray, decision);
    }

    private async Task SendAsync(StaffMember member, Tray tray, Notice notice, CancellationToken cancellation)
    {
        Letter? letter = await writer.WriteAsync(member, notice, cancellation);
        if (letter is null)
        {
            await trays.ChangeAsync(member.Email, current => (Telling.Drop(current, notice), true), cancellation);
            return;
        }

        SendResult result = notice.Way == NoticeWay.Email
            ? await SendEmailAsync(member, letter, cancellation)
            : await SendTextAsync(member, letter, tray, notice, cancellation);
        await RecordAsync(member, notice, letter, result, cancellation);
    }

    private async Task<SendResult> SendEmailAsync(StaffMember member, Letter letter, CancellationToken cancellation)
    {
        Dictionary<string, string> about = new() { [EmailEvents.Staff] = member.Email, [EmailEvents.Alerts] = ToldAlerts.Write(letter.TellsOf) };
        return member.EmailFails
            ? new SendResult.Refused("address-fails")
            : await emails.SendAsync(new Email(member.Email, letter.Subject, letter.Text, letter.Html, about), cancellation);
    }

    private async Task<SendResult> SendTextAsync(StaffMember member, Letter letter, Tray tray, Notice notice, CancellationToken cancellation)
    {
        if (member.Phone is not { } phone)
        {
            return new SendResult.Refused("no-number");
        }

        if (notice.ClaimedAt is not null && await texts.FindAsync(phone, letter.Sms, tray.ProviderIds.ToHashSet(), cancellation) is { ProviderId: { } gone })
        {
            return new SendResult.Accepted(gone);
        }

        return await texts.SendAsync(null, notice.Id, phone, letter.Sms, leavesWithin: null, cancellation);
    }

    /// <summary>First with each alert that stood in the letter, then in the tray.</summary>
    private async Task RecordAsync(StaffMember member, Notice notice, Letter letter, SendResult result, CancellationToken cancellation)
    {
        NoticeOutcome outcome = await trays.ChangeAsync(
            member.Email, tray => (tray, Telling.Record(tray, notice, result, changes.Now)), cancellation);
        string how = Domain.Words.Of(notice.Way);
        foreach (WaitingAlert told in outcome.Told.Intersect(letter.TellsOf))
        {
            await changes.ChangeAsync(
                IdOf(told),
                (person, now) => Handing.Told(new Decision(person), told.Alert, told.Audience, member.Email, how, now, outcome.ClaimedAt),
                cancellation);
        }

        foreach (WaitingAlert missed in outcome.NotReached)
        {
            await NotReachedAsync(IdOf(missed), missed.Alert, missed.Audience, member.Email, cancellation);
        }

        await trays.ChangeAsync(member.Email, tray => (Telling.Record(tray, notice, result, changes.Now).Tray, true), cancellation);
    }

    private static ParticipantId IdOf(WaitingAlert alert) =>
        ParticipantId.TryParse(alert.Participant, out ParticipantId id) ? id : throw new FormatException($"'{alert.Participant}' is no participant.");

    [LoggerMessage(LogLevel.Critical, "Nobody at all could be told of the alert {Alert} of {Participant}. It is tried again each hour. Look at the addresses of staff and the duty contact.")]
    private partial void LogNobody(string participant, string alert);
}
