using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ConnectingPeople.Functions.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Listens to what one app counts and measures, from the moment it is made.</summary>
public sealed class Measurements : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<Measured> all = new();

    public Measurements(App app)
    {
        object meters = app.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == StudyMetrics.MeterName && instrument.Meter.Scope == meters)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Everything so far, in the order in which it came.</summary>
    public IReadOnlyList<Measured> All => [.. all];

    /// <summary>The metrics of something that no test listens to.</summary>
    public static StudyMetrics Unwatched() => new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    /// <summary>The sum of a counter.</summary>
    public double Sum(string name, string? tag = null) => Of(name, tag).Sum(one => one.Value);

    /// <summary>What a gauge told last.</summary>
    public double Last(string name, string? tag = null) => Of(name, tag).Last().Value;

    public void Dispose() => listener.Dispose();

    private IEnumerable<Measured> Of(string name, string? tag) => All.Where(one => one.Name == name && (tag is null || one.Tags.ContainsValue(tag)));

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, string> said = [];
        foreach ((string key, object? tag) in tags)
        {
            said[key] = $"{tag}";
        }

        all.Enqueue(new Measured(instrument.Name, value, said));
    }
}

/// <summary>One thing that was counted or measured.</summary>
public sealed record Measured(string Name, double Value, Dictionary<string, string> Tags);
