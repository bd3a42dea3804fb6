namespace ConnectingPeople.Simulator.Study;

/// <summary>Where the functions answer: known from the start, or told as soon as they've a port.</summary>
public sealed class StudyAddress(SimulatorOptions options)
{
    public Uri? Url { get; set; } = options.FunctionsUrl;

    /// <exception cref="InvalidOperationException">Nobody has said where the functions are.</exception>
    public Uri For(string path) =>
        Url is { } url
            ? new Uri(url.OriginalString.TrimEnd('/') + path)
            : throw new InvalidOperationException("The simulator doesn't know where the functions answer: set SimulatorOptions.FunctionsUrl.");
}
