using System.Collections.Concurrent;
using Azure.Data.Tables;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Operations;

/// <summary>Finds what became of the check-ins that were due in the last 24 hours, in a call for each of them.</summary>
public sealed class LastDay(ParticipantStore participants, Study study)
{
    private const int AtOnce = 16;

    private static readonly Duration Day = Duration.FromDays(1);

    /// <summary>The check-ins of a person that may have been due since: what their state says was dealt with last of each schedule.</summary>
    public IEnumerable<(ParticipantId Id, string CheckIn)> Of(Participant person, Instant now)
    {
        LocalDate from = (now - Day).InZone(person.Profile.Zone()).Date;
        return study.CheckIns.Select(schedule => schedule.Id)
            .Concat(study.Waves.Where(wave => wave.Ask == WaveAsking.Sms).Select(wave => wave.Id))
            .Where(schedule => person.Handled.TryGetValue(schedule, out LocalDate day) && day >= from)
            .Select(schedule => (person.Id, $"{schedule}-{person.Handled[schedule]:uuuu-MM-dd}"));
    }

    public async Task<DayFigures> CountAsync(IEnumerable<(ParticipantId Id, string CheckIn)> candidates, Instant now, CancellationToken cancellation)
    {
        ConcurrentBag<DayFigures> found = [];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(candidates, parallel, async (candidate, stop) =>
        {
            (CheckIn? checkIn, TableEntity? first) = await participants.BeginningAsync(candidate.Id, candidate.CheckIn, stop);
            if (checkIn is not null && checkIn.DueAt > now - Day && checkIn.DueAt <= now)
            {
                found.Add(DayFigures.Of(checkIn, first));
            }
        });
        return found.Aggregate(new DayFigures(), (sum, one) => sum + one);
    }
}

/// <summary>Check-ins of a day.</summary>
/// <param name="Due">Whose time came.</param>
/// <param name="Sent">Whose first message a provider took.</param>
/// <param name="Delivered">Whose first message arrived.</param>
/// <param name="Answered">To which something was said.</param>
public sealed record DayFigures(int Due = 0, int Sent = 0, int Delivered = 0, int Answered = 0)
{
    internal static DayFigures Of(CheckIn checkIn, TableEntity? first)
    {
        bool Reached(DeliveryStatus stage) => first?.ContainsKey($"{stage}At") == true;
        bool delivered = Reached(DeliveryStatus.Delivered);
        bool sent = delivered || Reached(DeliveryStatus.Accepted) || Reached(DeliveryStatus.Sent);
        return new DayFigures(1, sent ? 1 : 0, delivered ? 1 : 0, checkIn.FirstReplyAt is null ? 0 : 1);
    }

    public static DayFigures operator +(DayFigures one, DayFigures other) =>
        new(one.Due + other.Due, one.Sent + other.Sent, one.Delivered + other.Delivered, one.Answered + other.Answered);
}
