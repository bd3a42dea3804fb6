using System.Reflection;
using System.Runtime.CompilerServices;
using ConnectingPeople.LocalHost.Settings;

namespace ConnectingPeople.LocalHost.Builder;

/// <summary>Makes the builder of a functions app.</summary>
public static class FunctionsApplication
{
    /// <summary>Makes a builder for the functions of the assembly that calls.</summary>
    /// <param name="args">The command line: <c>--port</c>, <c>--now</c>, and any setting as <c>--Name value</c>.</param>
    /// <remarks>
    /// The caller's assembly and not the process's entry assembly is searched, since a test starts the app in its own process.
    /// Were this inlined, or called through a wrapper in another assembly, the caller would be another one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        StartFailures.SayPlainly();
        return new FunctionsApplicationBuilder(new Launch(args, Assembly.GetCallingAssembly().GetExportedTypes()));
    }
}
