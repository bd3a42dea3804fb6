using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.SampleApp;

/// <summary>A function in an assembly of its own, as an app's are.</summary>
public sealed class Greet(IOptions<GreetingOptions> options)
{
    [Function(nameof(Greet))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "greet/{name}")] HttpRequest request, string name) =>
        Results.Text($"{options.Value.Word}, {name}");
}
