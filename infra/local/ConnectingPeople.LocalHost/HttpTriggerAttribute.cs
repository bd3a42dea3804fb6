namespace ConnectingPeople.LocalHost;

/// <summary>Runs the function for HTTP requests; stands on the parameter that takes the request.</summary>
/// <param name="authLevel">Who may call in Azure. On one machine the host asks for no key, as the real host doesn't there either.</param>
/// <param name="methods">The HTTP methods that are answered; none means all.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>The route below the prefix of <c>host.json</c>, as ASP.NET writes it; the function's name if there is none.</summary>
    public string? Route { get; set; }

    internal AuthorizationLevel AuthLevel { get; } = authLevel;

    internal string[] Methods { get; } = methods;
}
