using Microsoft.Extensions.Options;

namespace ConnectingPeople.LocalHost.Settings;

/// <summary>Ends a process that can't start with a sentence for people, not with a stack trace and a core dump.</summary>
/// <remarks>
/// Only what nobody caught arrives here, so that a test that starts the app in its own process sees the exception itself.
/// </remarks>
internal static class StartFailures
{
    private static readonly Lock Installing = new();
    private static bool installed;

    public static void SayPlainly()
    {
        lock (Installing)
        {
            if (!installed)
            {
                AppDomain.CurrentDomain.UnhandledException += (_, unhandled) => Say((Exception)unhandled.ExceptionObject);
                installed = true;
            }
        }
    }

    private static void Say(Exception failure)
    {
        if (failure is StartException or OptionsValidationException)
        {
            Console.Error.WriteLine(failure.Message);
            Environment.Exit(1);
        }
    }
}
