using System.Net;
using System.Threading.RateLimiting;
using ConnectingPeople.Functions.CheckIns;

namespace ConnectingPeople.Functions.Forms;

/// <summary>
/// Keeps one link, or one address, from asking for pages without end. This is one instance's own count and only a second line: what
/// protects the answers is that links are signed with 80 bits, bodies have an end, and a page costs few calls to storage. A count that
/// all instances share would cost a call to storage a page, for little.
/// </summary>
public sealed class FormLimits(IConfiguration settings) : IDisposable
{
    /// <summary>For one link, a minute: several times what quick fingers need.</summary>
    public const int PagesALink = 120;

    /// <summary>For one address, a minute: many people may share the one of a day centre.</summary>
    public const int PagesAnAddress = 600;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly bool isInAzure = !string.IsNullOrEmpty(settings["WEBSITE_SITE_NAME"]);

    private readonly PartitionedRateLimiter<FormAddress> links =
        PartitionedRateLimiter.Create<FormAddress, FormAddress>(link => RateLimitPartition.GetFixedWindowLimiter(link, _ => AMinute(PagesALink)));

    private readonly PartitionedRateLimiter<string> addresses =
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ => AMinute(PagesAnAddress)));

    /// <summary>Counts a request from an address, before anything else is done for it.</summary>
    /// <returns>How long to wait; null to go on.</returns>
    public TimeSpan? Wait(HttpRequest request) => Count(addresses, ClientOf(request));

    /// <summary>Counts a request for a link that is proven.</summary>
    /// <returns>How long to wait; null to go on.</returns>
    public TimeSpan? Wait(FormAddress link) => Count(links, link);

    public void Dispose()
    {
        links.Dispose();
        addresses.Dispose();
    }

    private static TimeSpan? Count<T>(PartitionedRateLimiter<T> limiter, T who)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : Window;
    }

    /// <summary>
    /// In Azure the front end writes the caller's address last; what stands before it anybody can have written. Where
    /// <see cref="ForwardedFor"/> doesn't put its word back, callers share the count of the front end.
    /// </summary>
    private string ClientOf(HttpRequest request)
    {
        string last = request.Headers[ForwardedFor.Name].ToString().Split(',')[^1].Trim();
        return isInAzure && IPEndPoint.TryParse(last, out IPEndPoint? client)
            ? client.Address.ToString()
            : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
    }

    private static FixedWindowRateLimiterOptions AMinute(int permits) => new() { PermitLimit = permits, Window = Window };
}
