using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConnectingPeople.SampleApp;

public static class SampleApplication
{
    public static IHost Build(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddOptions<GreetingOptions>()
            .BindConfiguration("Greeting")
            .Validate(options => options.Word.Length > 0, "The setting Greeting__Word is empty. Give it a word.")
            .ValidateOnStart();
        return builder.Build();
    }
}
