namespace ConnectingPeople.Functions.OpenApi;

/// <summary>What the parameters of paths are, by what stands before them.</summary>
internal static class PathParameters
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["agencies"] = "An agency's id, such as north-team.",
        ["alerts"] = "An alert as lists of alerts name it: {participant}:{alert}.",
        ["assets"] = "A file's name as pages have it; it holds a hash of the content.",
        ["check-in"] = "The end of a check-in's link: signed, and for one check-in of one person.",
        ["exports"] = "An export's id, such as 20260305T020000Z.",
        ["{id}"] = "The name of one of the export's files, such as check_ins.csv, or manifest.json.",
        ["link"] = "The end of the link in an alert's email: signed, for one reader and one alert.",
        ["participants"] = "A participant's pseudonym, such as CP-7K3M9Q.",
        ["staff"] = "The address that the member of staff signs in with.",
        ["unsubscribe"] = "The end of the link in an email: signed, and for one person.",
        ["waves"] = "A wave of the study, such as baseline or nine-month.",
    };

    /// <returns>Null for one that nobody has described.</returns>
    public static string? Describe(string path, string name)
    {
        string[] parts = path.Split('/');
        return Words.GetValueOrDefault(parts[Array.IndexOf(parts, $"{{{name}}}") - 1]);
    }
}
