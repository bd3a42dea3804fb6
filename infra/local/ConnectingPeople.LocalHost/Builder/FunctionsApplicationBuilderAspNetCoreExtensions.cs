namespace ConnectingPeople.LocalHost.Builder;

/// <summary>Lets functions use ASP.NET Core's HTTP types.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Lets functions take an <c>HttpRequest</c> and return an <c>IResult</c>.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.IsWebApplication = true;
        return builder;
    }
}
