namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>The study definition as shipped, and with something changed.</summary>
public static class ShippedDefinition
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("definitions-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    public static string Text { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Studies", "connecting-people.yaml"));

    /// <summary>Writes the definition down with some of its text changed; the file goes when the tests end.</summary>
    /// <returns>Its path, for <c>Study__Path</c>.</returns>
    public static async Task<string> WithAsync(params (string Shipped, string Changed)[] changes)
    {
        string path = Path.Combine(Folder.Value, $"{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(path, With(changes));
        return path;
    }

    /// <summary>The definition with some of its text changed, all of which must be there.</summary>
    public static string With(params (string Shipped, string Changed)[] changes) => changes.Aggregate(Text, (text, change) =>
    {
        Assert.Contains(change.Shipped, text, StringComparison.Ordinal);
        return text.Replace(change.Shipped, change.Changed, StringComparison.Ordinal);
    });
}
