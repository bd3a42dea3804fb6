using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ConnectingPeople.Functions.Tests.Operations;

/// <summary>
/// Traces and metrics go where a setting says, without anybody's name, number, address or words, and else nowhere. Whoever exports listens
/// to every app of the process, so what is about nobody listening stands here, where tests run one after another.
/// </summary>
public sealed class ExportTests
{
    [Fact]
    public async Task A_collector_gets_a_day_of_check_ins_and_nothing_personal()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (App app = await App.StartAsync(
            settings: [$"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Url}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"]))
        {
            string id = await app.EnrolAsync();
            await app.EnrolByEmailAsync();

            // The answer of the call gets lost, so the provider's list is asked, with the number in the address.
            app.Phones.Failures.Set(People.Amira, Failure.Find("no-answer")!, times: 1);
            await app.GoToAsync("2026-01-08T11:00:00Z");
            await app.AdvanceAsync("PT15M", "PT1M");
            await app.TextAsync(People.Amira, "I feel so lonely, call me");
            await app.GoToAsync("2026-01-08T12:00:00Z");
            Assert.NotEmpty(await app.AlertsAsync(id));
        }

        Assert.All(
            (string[])[
                "checkins.due", "checkins.sent", "checkins.delivered", "checkins.answered", "reply.latency", "alerts.open", "alerts.overdue",
                "outbox.age", "agenda.lag", "provider.errors", "storage.transactions", "queue.poison",
            ],
            name => Assert.Contains(name, collector.Text("metrics"), StringComparison.Ordinal));
        Assert.All((string[])["agenda", "wake", "send", "delivery report", "reply", "Messages.json"], name => Assert.Contains(name, collector.Text("traces"), StringComparison.Ordinal));
        Assert.All(
            (string[])["Amira", "Khan", "447700900123", "7700900123", "amira@", "pat@", "lonely", "walking group"],
            personal => Assert.DoesNotContain(personal, collector.Text("traces") + collector.Text("metrics"), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("CP-", collector.Text("metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_setting_there_is_nothing_to_export_with()
    {
        await using App app = await App.StartAsync();

        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task While_nobody_listens_nothing_is_read_to_be_measured()
    {
        StorageObserver observer = new();
        await using App app = await App.StartAsync(now: "2026-01-05T09:00:30Z", observer: observer);
        observer.Reset();

        await app.PostAsync(null, "/admin/functions/MeasureService", new { input = "" });

        Assert.Equal(0, observer.Calls);
    }

    [Fact]
    public async Task Azure_Monitor_is_set_up_by_its_connection_string_and_the_app_s_identity()
    {
        await using App app = await App.StartAsync(settings:
        [
            "--APPLICATIONINSIGHTS_CONNECTION_STRING=InstrumentationKey=55555555-5555-4555-8555-555555555555;IngestionEndpoint=http://127.0.0.1:9/",
            "--APPLICATIONINSIGHTS_AUTHENTICATION_STRING=ClientId=55555555-5555-4555-8555-555555555555;Authorization=AAD",
        ]);

        Assert.NotNull(app.Services.GetService<TracerProvider>());
        Assert.NotNull(app.Services.GetService<MeterProvider>());
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.GetAsync(null, "/health/ready")).Status);
    }
}
