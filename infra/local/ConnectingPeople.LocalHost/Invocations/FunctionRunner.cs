using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Invocations;

/// <summary>Runs timer and queue functions, each in a scope of its own.</summary>
internal sealed class FunctionRunner(IServiceScopeFactory scopes, RunningInvocations running, ILogger<FunctionRunner> logger)
{
    /// <summary>Runs a function to its end.</summary>
    /// <returns>Whether it succeeded; why it didn't is in the log, and what follows is its trigger's business.</returns>
    public async Task<bool> RunAsync(FunctionDefinition function, object trigger)
    {
        running.Enter();
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            Invocation invocation = new(function.Name, trigger, scope.ServiceProvider, running.Cancellation);
            await function.Run(invocation);
            logger.Ran(function.Name, invocation);
            return true;
        }
        catch (Exception e)
        {
            logger.Failed(function.Name, e);
            return false;
        }
        finally
        {
            running.Leave();
        }
    }
}
