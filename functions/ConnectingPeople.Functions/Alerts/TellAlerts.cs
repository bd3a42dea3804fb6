using System.Diagnostics;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Digests;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>
/// Lays an alert into the tray of everybody who must hear of it, and then sends what is to go now: whoever can't be sent to keeps it
/// from nobody else, because the trays are looked after each minute.
/// </summary>
public sealed class TellAlerts(ParticipantStore participants, ParticipantChanges changes, Audiences audiences, TrayStore trays, NoticePost post, AlertHandover handover, DigestHandover digests)
{
    [Function(nameof(TellAlerts))]
    public async Task RunAsync([QueueTrigger("alerts")] AlertMessage message, CancellationToken cancellation)
    {
        using Activity? trace = StudyTrace.Continue("tell", message.Traceparent);
        await DoAsync(message, cancellation);
    }

    /// <summary>Looks each minute into which trays it is time to look.</summary>
    [Function("LookAfterTrays")]
    public async Task LookAfterAsync([TimerTrigger("%CheckInSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (string staff in await trays.DueAsync(changes.Now, cancellation))
        {
            await handover.SendAsync(new AlertMessage { Staff = staff }, cancellation);
        }
    }

    private Task DoAsync(AlertMessage message, CancellationToken cancellation) => message switch
    {
        { Digest: { Length: > 0 } day } => digests.TakeAsync(day, message.Staff, cancellation),
        { Staff: { Length: > 0 } staff } => post.SendAsync(staff, cancellation),
        { Alert: { Length: > 0 } alert } when ParticipantId.TryParse(message.Participant, out ParticipantId id) => TellAsync(id, alert, cancellation),
        _ => throw new FormatException("The message names neither an alert nor a member of staff."),
    };

    private async Task TellAsync(ParticipantId id, string alertId, CancellationToken cancellation)
    {
        if ((await participants.LoadAsync(id, cancellation))?.Person is not { } person
            || person.Find(alertId) is not { TellAt: not null } alert)
        {
            return;
        }

        IReadOnlyList<StaffMember> audience = await audiences.OfAsync(person, alert, cancellation);
        foreach (StaffMember member in audience)
        {
            WaitingAlert waiting = new(id.Text, alert.Id, alert.Audience, alert.Severity == Severity.Urgent, changes.Now);
            await trays.ChangeAsync(member.Email, tray => (Telling.Take(tray, waiting), true), cancellation);
        }

        foreach (StaffMember member in audience)
        {
            await post.SendAsync(member.Email, cancellation);
        }

        if (audience.Count == 0)
        {
            await post.NotReachedAsync(id, alert.Id, alert.Audience, null, cancellation);
        }
    }
}
