using System.Globalization;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.Storage;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Digests;

/// <summary>
/// Lets each practitioner and supervisor have their digest. The timer only leaves one message; what it means is worked out by who
/// takes it from the queue, and begun anew by another when they die over it. A tray takes the digest of a day once.
/// </summary>
public sealed class SendDigests(AlertHandover handover, Study study, IClock clock)
{
    [Function(nameof(SendDigests))]
    public Task RunAsync([TimerTrigger("%DigestSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        LocalDate today = clock.GetCurrentInstant().InZone(study.Alerts.Working.Zone).Date;
        return handover.SendAsync(new AlertMessage { Digest = DigestHandover.Write(today) }, cancellation);
    }
}

/// <summary>Makes one message for all of a message for each, and of that a letter in the tray.</summary>
public sealed class DigestHandover(AgencyStore agencies, AlertHandover handover, NoticePost post)
{
    private static readonly string[] Readers = ["practitioner", "supervisor"];

    public static string Write(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="day">The local day of the digest, such as <c>2026-03-09</c>.</param>
    /// <param name="staff">Whose; null for everybody.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="UnparsableValueException">It isn't a day.</exception>
    public async Task TakeAsync(string day, string? staff, CancellationToken cancellation)
    {
        LocalDate digest = LocalDatePattern.Iso.Parse(day).Value;
        if (staff is not null)
        {
            await post.SendAsync(staff, digest, cancellation);
            return;
        }

        foreach (string role in Readers)
        {
            foreach (StaffMember member in await agencies.StaffAsync(role, null, cancellation))
            {
                await handover.SendAsync(new AlertMessage { Staff = member.Email, Digest = day }, cancellation);
            }
        }
    }
}
