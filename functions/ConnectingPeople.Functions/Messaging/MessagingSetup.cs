using ConnectingPeople.Functions.CheckIns;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>Registers what messages to participants need.</summary>
public static class MessagingSetup
{
    public static void AddMessaging(this IServiceCollection services) => services
        .AddSingleton<FormLinks>()
        .AddSingleton<UnsubscribeLinks>()
        .AddSingleton<CheckInPost>()
        .AddSingleton<DeliveryReports>()
        .AddSingleton<ParticipantEmailEvents>()
        .AddSingleton<Postman>();
}
