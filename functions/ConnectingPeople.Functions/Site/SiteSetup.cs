namespace ConnectingPeople.Functions.Site;

/// <summary>Registers what pages are made with.</summary>
public static class SiteSetup
{
    public static void AddSite(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<FormToken>().AddSingleton<Pages>();
    }
}
