using ConnectingPeople.Functions;

await Setup.CreateBuilder(args).Build().RunAsync();
