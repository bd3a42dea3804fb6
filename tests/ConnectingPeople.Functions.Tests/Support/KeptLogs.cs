using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Keeps all that the app logs, whatever its level: the message, what stands in it by name, scopes, and exceptions in full.</summary>
public sealed class KeptLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> lines = new();
    private IExternalScopeProvider? scopes;

    public IReadOnlyList<string> All => [.. lines.Select(line => line.Line)];

    public IReadOnlyList<string> Of(LogLevel level) => [.. lines.Where(line => line.Level == level).Select(line => line.Line)];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Values(object? state) => state switch
    {
        IEnumerable<KeyValuePair<string, object?>> named => string.Join(' ', named.Select(one => $"{one.Key}={one.Value}")),
        _ => $"{state}",
    };

    private sealed class Logger(KeptLogs kept, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            List<string> around = [];
            kept.scopes?.ForEachScope((scope, list) => list.Add(Values(scope)), around);
            kept.lines.Enqueue((logLevel, $"{logLevel} {category}: {formatter(state, exception)} [{Values(state)}] {{{string.Join("; ", around)}}} {exception}"));
        }
    }
}
