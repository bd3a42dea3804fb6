using System.Collections.Concurrent;
using System.Diagnostics;
using ConnectingPeople.Functions.Operations;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Records traces as an exporter would, those of apps beside this one among them: whoever asks knows whose to look for.</summary>
public sealed class RecordedTraces : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    public RecordedTraces()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StudyTrace.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Parts of a trace that have ended.</summary>
    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => [.. ended.Where(part => part.TraceId == trace)];

    /// <summary>Parts of that name about a participant.</summary>
    public IReadOnlyList<Activity> About(string participant, string name) =>
        [.. ended.Where(part => part.OperationName == name && (string?)part.GetTagItem("participant") == participant)];

    /// <summary>Parts of that name which are linked to a trace.</summary>
    public IReadOnlyList<Activity> LinkedTo(ActivityTraceId trace, string name) =>
        [.. ended.Where(part => part.OperationName == name && part.Links.Any(link => link.Context.TraceId == trace))];

    public void Dispose() => listener.Dispose();
}
