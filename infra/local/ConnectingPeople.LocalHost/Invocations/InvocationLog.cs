using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Invocations;

internal static partial class InvocationLog
{
    /// <remarks>The id is made for the log alone where the log wants it.</remarks>
    public static void Ran(this ILogger logger, string function, Invocation invocation)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.Ran(function, invocation.InvocationId);
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed.")]
    public static partial void Failed(this ILogger logger, string function, Exception exception);

    [LoggerMessage(LogLevel.Debug, "Ran function {Function} as {InvocationId}.", SkipEnabledCheck = true)]
    private static partial void Ran(this ILogger logger, string function, string invocationId);
}
