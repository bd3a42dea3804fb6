using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Simulator;
using NodaTime;
using NodaTime.Text;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>
/// Plays a cohort through the study's real functions: the clock goes from one check-in time of a day to the next, and at each people,
/// practitioners and researchers do what they would. Nothing falls due at night but the study's own timers, which catch up in the morning.
/// </summary>
public sealed class Playing(Cohort cohort, PhoneSimulator simulator, Study study, TextWriter output)
{
    private static readonly DateTimeZone Home = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The check-in times that people of a cohort choose from.</summary>
    private static readonly LocalTime[] Times = [new(11, 0), new(14, 0), new(18, 0)];

    /// <summary>How long after the last window closed there is still something to do about it.</summary>
    private static readonly Period Afterwards = Period.FromDays(5);

    /// <summary>The last day that there is something to play: some days after the last window of a wave has closed.</summary>
    public LocalDate LastDay(LocalDate start) =>
        study.Waves.Max(wave => cohort.Who.People.Max(person => start.PlusDays(person.Day).Plus(wave.Closes))) + Afterwards;

    /// <summary>Plays from the study's present day on, and asks for an export at the end.</summary>
    /// <param name="until">The last day, or null for all there is.</param>
    /// <param name="cancellation">Ends it between two moments.</param>
    /// <returns>Whether it was played to the end.</returns>
    public async Task<bool> PlayAsync(LocalDate? until, CancellationToken cancellation)
    {
        LocalDate start = (await simulator.Clock.NowAsync(cancellation)).InZone(Home).Date;
        LocalDate end = until ?? LastDay(start);
        Fieldwork fieldwork = new(cohort, simulator, new QuestionBook(study), start, output);
        Desk desk = new(cohort, simulator);
        Tally tally = new(fieldwork, desk, simulator, start, output);
        for (LocalDate today = start; today <= end; today = today.PlusDays(1))
        {
            if (!await DayAsync(today, fieldwork, desk, cancellation))
            {
                return false;
            }

            await tally.AfterAsync(today, isLast: today == end);
        }

        await tally.ExportAsync(cancellation);
        return true;
    }

    private async Task<bool> DayAsync(LocalDate today, Fieldwork fieldwork, Desk desk, CancellationToken cancellation)
    {
        foreach (LocalTime time in Times)
        {
            Instant now = today.At(time).InZoneLeniently(Home).ToInstant();
            if (await simulator.Time.GoToAsync(now, cancellation) is { } trouble)
            {
                throw new LaunchException($"The demonstration stopped on {LocalDatePattern.Iso.Format(today)}: {trouble}");
            }

            if (time == Times[0] && !await fieldwork.DayAsync(today, cancellation))
            {
                await output.WriteLineAsync("This storage holds a cohort already, so none is played. Start with an empty folder, or without --cohort.");
                return false;
            }

            await desk.WorkAsync(now, cancellation);
        }

        return true;
    }
}
