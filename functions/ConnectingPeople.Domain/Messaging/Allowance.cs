using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Messaging;

/// <summary>When a person may be written to: sending hours, and how many messages a day.</summary>
public static class Allowance
{
    /// <summary>Whether a message that is no direct reply may go now: the person may be written to, and the hour and the day's number allow it.</summary>
    public static bool MaySend(Participant person, Instant now, SendingHours hours) =>
        person.MayBeWrittenTo && SendsFrom(person, now, hours) <= now;

    /// <summary>The first moment from <paramref name="now"/> on at which the hours and the day's number allow a message.</summary>
    public static Instant SendsFrom(Participant person, Instant now, SendingHours hours)
    {
        DateTimeZone zone = person.Profile.Zone();
        Instant open = hours.NextOpen(now, zone);
        LocalDate day = open.InZone(zone).Date;
        return person.Sent.Day == day && person.Sent.Count >= hours.MaxPerDay
            ? hours.NextOpen(day.PlusDays(1).AtStartOfDayInZone(zone).ToInstant(), zone)
            : open;
    }
}
