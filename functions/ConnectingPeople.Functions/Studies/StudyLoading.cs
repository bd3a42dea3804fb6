using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Studies;

/// <summary>Lets the app start only once the study's definition is loaded, and not at all when it can't be used.</summary>
public sealed class StudyLoading(Task<Study> loading) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => loading;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
