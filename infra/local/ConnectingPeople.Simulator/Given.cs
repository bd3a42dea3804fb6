using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.Simulator;

/// <summary>Waits for answers to have been given.</summary>
internal static class Given
{
    /// <summary>Completes when the caller has the answer, so that no news of what was sent overtakes it.</summary>
    public static Task GivenAsync(this HttpResponse response)
    {
        TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);
        response.OnCompleted(() =>
        {
            given.TrySetResult();
            return Task.CompletedTask;
        });
        return given.Task;
    }
}
