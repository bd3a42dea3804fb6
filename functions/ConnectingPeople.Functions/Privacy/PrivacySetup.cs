namespace ConnectingPeople.Functions.Privacy;

/// <summary>Registers what keeps people private: sealing, erasing, telling them what is held, and forgetting in time.</summary>
public static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<ContactKeyRing>()
        .AddSingleton<ContactCells>()
        .AddSingleton<LookupHashes>()
        .AddSingleton<ContactRenewal>()
        .AddSingleton<ParticipantRemains>()
        .AddSingleton<ParticipantErasure>()
        .AddSingleton<ParticipantRecords>()
        .AddSingleton<Retention>();
}
