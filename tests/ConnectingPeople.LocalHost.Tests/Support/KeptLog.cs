using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Tests.Support;

/// <summary>Keeps what a host logs.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> entries = [];

    public IReadOnlyList<string> At(LogLevel level) => [.. entries.Where(entry => entry.Level == level).Select(entry => entry.Text)];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        entries.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
