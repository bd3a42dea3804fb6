using System.Runtime.CompilerServices;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Many apps in one process would watch their settings files for changes; a machine allows a process few watchers.</summary>
internal static class NoWatching
{
    [ModuleInitializer]
    internal static void Begin() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
