using ConnectingPeople.SampleApp;
using Microsoft.Extensions.Hosting;

SampleApplication.Build(args).Run();
