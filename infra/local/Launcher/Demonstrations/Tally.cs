using System.Diagnostics;
using System.Globalization;
using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Study;
using NodaTime;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>Tells whoever watches, month by month, how the cohort is.</summary>
public sealed class Tally(Fieldwork fieldwork, Desk desk, PhoneSimulator simulator, LocalDate start, TextWriter output)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int months;

    /// <summary>Tells of a month once its last day is over.</summary>
    public async Task AfterAsync(LocalDate today, bool isLast)
    {
        if (!isLast && today < start.PlusMonths(months + 1).PlusDays(-1))
        {
            return;
        }

        months++;
        (int asked, int answered) = (fieldwork.Lives.Sum(life => life.Count.Asked), fieldwork.Lives.Sum(life => life.Count.Answered));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  Month {months,2}, to {today:d MMM uuuu}: {fieldwork.Lives.Count,3} enrolled, {fieldwork.StillThereOn(today),3} still with us, {answered,5:N0} of {asked,5:N0} check-ins answered, {desk.Acknowledged,4:N0} alerts acknowledged ({watch.Elapsed.TotalSeconds:0} s)"));
    }

    /// <summary>Asks for an export, waits for it, and tells what it holds.</summary>
    public async Task ExportAsync(CancellationToken cancellation)
    {
        string? trouble = await simulator.Exports.MakeAsync(cancellation);
        if (trouble is null)
        {
            await simulator.Changes.UntilAsync(() => simulator.Exports.All is [{ State: not ("queued" or "running") }, ..], cancellation);
        }

        Export? export = simulator.Exports.All is [{ } newest, ..] ? newest : null;
        await output.WriteLineAsync(export is { State: "complete" }
            ? $"  An export is ready: {string.Join(", ", export.Files)} ({watch.Elapsed.TotalSeconds:0} s)"
            : $"  The export isn't ready: {trouble ?? export?.State}");
    }
}
