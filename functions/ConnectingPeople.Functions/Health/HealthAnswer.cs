using System.ComponentModel.DataAnnotations;

namespace ConnectingPeople.Functions.Health;

/// <summary>That the app runs, or that it can do its work.</summary>
public sealed record HealthAnswer([property: AllowedValues("alive", "ready")] string Status);
