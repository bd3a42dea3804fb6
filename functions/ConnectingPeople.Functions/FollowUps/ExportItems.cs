namespace ConnectingPeople.Functions.FollowUps;

/// <summary>An export that was asked for.</summary>
public sealed record ExportRequested(string Id, ExportState State);

/// <summary>That people's own words were released to an export.</summary>
public sealed record FreeTextReleaseItem(string Id, string ReleasedBy, Instant ReleasedAt);
