using System.Diagnostics;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Operations;

/// <summary>
/// One trace from the timer to the provider and back: what leaves the process (a queue message, a provider's callback) takes the W3C
/// <c>traceparent</c> along, and whoever gets it goes on with it. While nobody listens, nothing is made and nothing is taken along.
/// </summary>
public static class StudyTrace
{
    public const string SourceName = "ConnectingPeople";

    /// <summary>The parameter of a provider's callback that names the trace.</summary>
    public const string Parameter = "trace";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>What to take along; null while nobody records this trace.</summary>
    public static string? Current => Source.HasListeners() && Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } now ? now.Id : null;

    /// <summary>Begins a part of the present trace, or a trace.</summary>
    public static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal, ParticipantId? about = null, string? message = null) =>
        Source.StartActivity(name, kind) is { } begun ? Tell(begun, about, message) : null;

    /// <summary>
    /// Goes on with a trace that began elsewhere, linked to the request or invocation in which it came here. Without one, with something
    /// that is none, it is a part of the present trace.
    /// </summary>
    public static Activity? Continue(
        string name, string? traceparent, ActivityKind kind = ActivityKind.Consumer, ParticipantId? about = null, string? message = null)
    {
        if (!Source.HasListeners() || !ActivityContext.TryParse(traceparent, null, isRemote: true, out ActivityContext parent))
        {
            return Start(name, kind, about, message);
        }

        ActivityLink[] here = Activity.Current is { IdFormat: ActivityIdFormat.W3C } now ? [new ActivityLink(now.Context)] : [];
        return Source.StartActivity(name, kind, parent, links: here) is { } begun ? Tell(begun, about, message) : null;
    }

    /// <summary>Links the present part to another trace: a reply to the one in which something was said.</summary>
    public static void LinkTo(string? traceparent)
    {
        if (Source.HasListeners() && ActivityContext.TryParse(traceparent, null, isRemote: true, out ActivityContext other))
        {
            Activity.Current?.AddLink(new ActivityLink(other));
        }
    }

    private static Activity Tell(Activity begun, ParticipantId? about, string? message) =>
        begun.SetTag("participant", about?.Text).SetTag("message", message);
}
