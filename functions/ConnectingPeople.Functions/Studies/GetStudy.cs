using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;

namespace ConnectingPeople.Functions.Studies;

/// <summary>Shows the definition that the app runs with.</summary>
public sealed class GetStudy(SignedIn signedIn, Study study)
{
    [Function(nameof(GetStudy))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/study")] HttpRequest request) =>
        signedIn.Refuses(request, out _, Role.Administrator) ?? Results.Ok(StudySummary.Of(study));
}
