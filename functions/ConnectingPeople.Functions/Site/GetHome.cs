namespace ConnectingPeople.Functions.Site;

/// <summary>The start of the site: what it is, or at once the page that somebody works with.</summary>
public sealed class GetHome(Pages pages)
{
    /// <remarks>The host takes an empty route for none and puts the function's name there; this one matches nothing but the root.</remarks>
    [Function(nameof(GetHome))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{nothing:maxlength(0)?}")] HttpRequest request)
    {
        Visit visit = pages.Open(request);
        return Navigation.For(visit).FirstOrDefault(place => place.IsHome) is { } home ? pages.GoTo(home.Address) : pages.Show<HomePage>(visit);
    }
}
