using ConnectingPeople.Functions.Messaging;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Registers what alerts need.</summary>
public static class AlertSetup
{
    public static void AddAlerts(this IServiceCollection services) => services
        .AddSingleton<AlertDesk>()
        .AddSingleton<AlertLinks>()
        .AddSingleton<Audiences>()
        .AddSingleton<CaseloadAlerts>()
        .AddSingleton<EmailHtml>()
        .AddSingleton<NoticeWriter>()
        .AddSingleton<NoticePost>()
        .AddSingleton<TrayStore>()
        .AddSingleton<AlertHandover>();
}
