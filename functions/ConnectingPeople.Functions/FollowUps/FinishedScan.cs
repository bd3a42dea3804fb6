namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// What a scan of all participants came to. The first run to write this down decides for all others which blocks make up the files,
/// so two scans never mix, and nobody scans again after a crash.
/// </summary>
/// <param name="Study">The definition that it was made with.</param>
/// <param name="Software">The software that made it.</param>
/// <param name="Files">In the order of the manifest.</param>
/// <param name="Problems">In the order of their keys.</param>
public sealed record FinishedScan(StudyVersion Study, SoftwareVersion Software, IReadOnlyList<ScannedFile> Files, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Of all files.</summary>
    public long Rows() => Files.Sum(file => file.Rows);
}

/// <summary>A CSV file whose blocks lie in storage, joined or not yet.</summary>
public sealed record ScannedFile(string Name, long Rows, IReadOnlyList<string> Blocks);
