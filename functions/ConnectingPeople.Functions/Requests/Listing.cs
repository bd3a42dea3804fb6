using System.ComponentModel;

namespace ConnectingPeople.Functions.Requests;

/// <summary>Part of a list.</summary>
public sealed record Listing<T>(
    IReadOnlyList<T> Items,
    [property: Description("The address of the part that follows; null at the end.")] string? Next);
