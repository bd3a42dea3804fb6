using ConnectingPeople.Simulator.Cohort;
using NodaTime.Text;

namespace ConnectingPeople.Simulator.Study;

/// <summary>Moves the study's time.</summary>
public sealed class StudyTime(StudyApi study, StudyClock clock, Errands errands, Later later, Changes changes) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>
    /// Goes on hour by hour, and lets people answer before the next hour comes: moved in one go,
    /// the study would have gone on for days before anyone could reply.
    /// </summary>
    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> AdvanceAsync(int hours, CancellationToken cancellation)
    {
        for (int hour = 0; hour < hours; hour++)
        {
            if (await MoveAsync(new { advance = "PT1H", step = "PT1H" }, cancellation) is string trouble)
            {
                return trouble;
            }
        }

        return null;
    }

    /// <summary>Goes to an instant in one step, and lets people answer.</summary>
    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> GoToAsync(Instant instant, CancellationToken cancellation)
    {
        clock.Believe(instant);
        try
        {
            return await MoveAsync(new { set = InstantPattern.General.Format(instant) }, cancellation);
        }
        finally
        {
            clock.AskAgain();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<string?> MoveAsync(object command, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            StudyAnswer moved = await study.CallAsync(HttpMethod.Post, "/local/clock", StudyApi.Administrator, command, cancellation);
            later.Begin(await clock.NowAsync(cancellation));
            await errands.SettledAsync();
            changes.Tell();
            return moved.Trouble;
        }
        finally
        {
            turn.Release();
        }
    }
}
