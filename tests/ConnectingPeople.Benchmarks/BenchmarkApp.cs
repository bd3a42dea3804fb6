using System.Net.Http.Json;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Simulator;
using ConnectingPeople.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ConnectingPeople.Benchmarks;

/// <summary>The whole app in this process, on Azurite, with people enrolled who are due on Thursday 8 January 2026 at 11:00.</summary>
internal sealed class BenchmarkApp : IAsyncDisposable
{
    private readonly IHost host;
    private readonly PhoneSimulator phones;

    private BenchmarkApp(IHost host, PhoneSimulator phones, Uri address)
    {
        this.host = host;
        this.phones = phones;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public StorageCalls Calls { get; } = new();

    public IServiceProvider Services => host.Services;

    public static async Task<BenchmarkApp> StartAsync(int people)
    {
        PhoneSimulator phones = await PhoneSimulator.StartAsync();
        Uri address = new($"http://127.0.0.1:{FreePort.Find()}");
        phones.FunctionsUrl = address;
        LocalHost.Builder.FunctionsApplicationBuilder builder = Setup.CreateBuilder(
        [
            $"--port={address.Port}", "--now=2026-01-05T09:00:00Z", $"--AzureWebJobsStorage={await Azurite.NewAccountAsync()}", "--IdentityStorage=",
            $"--Site__PublicUrl={address.ToString().TrimEnd('/')}", $"--Twilio__BaseUrl={phones.Url}",
        ]);
        builder.Logging.ClearProviders();
        BenchmarkApp? app = null;
        builder.Services.PostConfigure<StorageOptions>(options => options.Observer = app!.Calls);
        IHost host = builder.Build();
        app = new BenchmarkApp(host, phones, address);
        await host.StartAsync();
        await app.EnrolAsync(people);
        return app;
    }

    public static string Phone(int person) => $"+44770090{person:0000}";

    public async Task GoToAsync(string instant)
    {
        using HttpResponseMessage moved = await Http.PostAsJsonAsync("/local/clock", new { set = instant });
        moved.EnsureSuccessStatusCode();
        await phones.SettledAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        await phones.DisposeAsync();
    }

    private async Task EnrolAsync(int people)
    {
        StorageSetup setup = Services.GetRequiredService<StorageSetup>();
        while (!setup.IsDone)
        {
            await Task.Delay(20);
        }

        Study study = Services.GetRequiredService<Study>();
        Enrolments enrolments = Services.GetRequiredService<Enrolments>();
        Enrolment form = Enrolling.Check(Forms.Amira, study, Instant.FromUtc(2026, 1, 5, 9, 0)).Enrolment!;
        await Parallel.ForEachAsync(Enumerable.Range(0, people), async (person, cancellation) =>
            await enrolments.EnrolAsync(form with { Contact = form.Contact with { Phone = Phone(person) } }, cancellation));
        await GoToAsync("2026-01-08T10:59:00Z");
    }
}
