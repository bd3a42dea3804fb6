namespace ConnectingPeople.Functions.Operations;

/// <summary>
/// Keeps lines about each request and call out of the logs: they hold whole addresses, in which stand links that are secrets, addresses
/// of staff and the account at Twilio. Warnings stay. What a setting says of a narrower category holds.
/// </summary>
public static class QuietLogs
{
    public static ILoggingBuilder KeepAddressesOut(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning)
        .AddFilter("Polly", LogLevel.Warning);
}
