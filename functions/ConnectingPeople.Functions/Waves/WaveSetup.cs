namespace ConnectingPeople.Functions.Waves;

/// <summary>Registers what interviews need.</summary>
public static class WaveSetup
{
    public static void AddWaves(this IServiceCollection services) => services.AddSingleton<WaveInterviews>().AddSingleton<InterviewSheets>();
}
