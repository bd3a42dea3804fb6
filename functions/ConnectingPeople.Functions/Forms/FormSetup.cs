namespace ConnectingPeople.Functions.Forms;

/// <summary>Registers what the form is made of.</summary>
public static class FormSetup
{
    public static void AddForms(this IServiceCollection services) =>
        services.AddSingleton<FormPages>().AddSingleton<FormEntry>().AddSingleton<FormLimits>();
}
