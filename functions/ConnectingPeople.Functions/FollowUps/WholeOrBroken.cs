namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// An answer that is whole or breaks off. The worker completes a response even when what wrote it failed, so that half an archive would
/// end like a whole one.
/// </summary>
public sealed record WholeOrBroken(IResult Inner) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await Inner.ExecuteAsync(httpContext);
        }
        catch when (httpContext.Response.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }
}
