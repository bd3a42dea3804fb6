using System.Reflection;

namespace ConnectingPeople.Azure.Tests.Support;

/// <summary>The template's compiler, as the restore brought it.</summary>
public static class Bicep
{
    public static string Path { get; } = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(about => about.Key == "Bicep").Value!;

    public static Task<Said> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Command.RunAsync(Path, folder, environment, arguments);
}
