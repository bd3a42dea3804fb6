using ConnectingPeople.Functions.FollowUps.Report;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Registers what exports need.</summary>
public static class FollowUpSetup
{
    public static void AddFollowUps(this IServiceCollection services) => services
        .AddSingleton<ExportBlobs>()
        .AddSingleton<Exports>()
        .AddSingleton<FreeTextRelease>()
        .AddSingleton<ParticipantScan>()
        .AddSingleton<ExportScan>()
        .AddSingleton<ExportCompiler>()
        .AddSingleton<ExportZip>()
        .AddSingleton<ExportRetention>()
        .AddSingleton<ReportWriter>();
}
