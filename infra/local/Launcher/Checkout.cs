using System.Reflection;

namespace ConnectingPeople.Local.Launcher;

/// <summary>Where things lie, as the build knew it: the launcher may be run from any folder.</summary>
public static class Checkout
{
    public static string Root { get; } = Known("Repository");

    /// <summary>The folder with Azurite's lock file.</summary>
    public static string LocalFolder { get; } = Path.Combine(Root, "infra", "local");

    public static string Azurite { get; } = Path.Combine(LocalFolder, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>What lets an Azurite in memory answer while much is deleted.</summary>
    public static string KeepExtents { get; } = Path.Combine(LocalFolder, "keep-extents.cjs");

    /// <summary>The functions, built along with the launcher.</summary>
    public static string Functions { get; } =
        Path.Combine(Root, "functions", "ConnectingPeople.Functions", "bin", Known("Build"), "ConnectingPeople.Functions.dll");

    private static string Known(string name) =>
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(known => known.Key == name).Value!;
}
