using ConnectingPeople.Domain.FollowUps.Report;

namespace ConnectingPeople.Functions.FollowUps.Report;

/// <summary>
/// The level of each participant's agency, read beside another file: both are sorted by participant, so that neither has to be kept.
/// </summary>
public sealed class FidelityOf(CsvRows participants)
{
    private string? at;
    private string level = FidelityGroup.NotAssessed;
    private bool ended;

    /// <param name="participant">Never before the one asked for last.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Not assessed for somebody who isn't in the file.</returns>
    public async ValueTask<string> OfAsync(string participant, CancellationToken cancellation)
    {
        while (!ended && string.CompareOrdinal(at, participant) < 0)
        {
            ended = !await participants.NextAsync(cancellation);
            at = ended ? null : participants.Text("participant_id");
            level = (ended ? null : participants.TextOrNull("fidelity")) ?? FidelityGroup.NotAssessed;
        }

        return at == participant ? level : FidelityGroup.NotAssessed;
    }
}
