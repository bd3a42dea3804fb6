using ConnectingPeople.Functions;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddConnectingPeople();
await builder.Build().RunAsync();
