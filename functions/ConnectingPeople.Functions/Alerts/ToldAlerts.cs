using ConnectingPeople.Domain.Alerts;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>How an email takes along which alerts it tells of, so that its events find their way back.</summary>
public static class ToldAlerts
{
    public static string Write(IEnumerable<WaitingAlert> alerts) =>
        string.Join(' ', alerts.Select(alert => $"{alert.Participant}:{alert.Alert}@{alert.Audience}"));

    /// <returns>What can be read of it; the provider gives back what it was given.</returns>
    public static IEnumerable<ToldAlert> Read(string text)
    {
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('@') is [string which, string audience]
                && AlertReference.TryParse(which, out AlertReference? reference) && Enum.TryParse(audience, out Audience told))
            {
                yield return new ToldAlert(reference, told);
            }
        }
    }
}

/// <summary>An alert, and as whose member somebody was told of it.</summary>
public sealed record ToldAlert(AlertReference Which, Audience Audience);
