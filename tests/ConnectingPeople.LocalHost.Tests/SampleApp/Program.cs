using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddOptions<ConnectingPeople.SampleApp.GreetingOptions>()
    .BindConfiguration("Greeting")
    .Validate(options => options.Word.Length > 0, "The setting Greeting__Word is empty. Give it a word.")
    .ValidateOnStart();
builder.Build().Run();
