namespace ConnectingPeople.Functions.Digests;

/// <summary>Registers what digests need.</summary>
public static class DigestSetup
{
    public static void AddDigests(this IServiceCollection services) =>
        services.AddSingleton<CaseloadDigests>().AddSingleton<DigestWriter>().AddSingleton<DigestHandover>();
}
