using System.Text.Json;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>Addresses of requests and calls are in no log: links are secrets while they are open, and others name staff or an account.</summary>
public sealed class AddressesInLogsTests
{
    [Fact]
    public async Task No_request_leaves_its_address_in_the_log_even_where_the_host_filters_nothing()
    {
        KeptLogs logs = new();
        await using App app = await App.StartAsync(builder =>
        {
            builder.Logging.AddProvider(logs);
            builder.Services.PostConfigure<LoggerFilterOptions>(filters => Remove(filters, "Microsoft"));
        });

        foreach (string path in (string[])["/check-in/hush-0", "/unsubscribe/hush-1", "/alerts/link/hush-2", "/api/staff/hush-3@example.org"])
        {
            await app.GetAsync("administrator", path);
        }

        Assert.Contains(logs.All, line => line.StartsWith("Information Microsoft.", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.All, line => line.Contains("hush-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("Microsoft.AspNetCore.Routing.EndpointMiddleware")]
    [InlineData("System.Net.Http.HttpClient.ITextMessages.LogicalHandler")]
    [InlineData("System.Net.Http.HttpClient.ITextMessages.ClientHandler")]
    [InlineData("Polly")]
    public void Of_what_tells_addresses_only_warnings_are_logged_whatever_else_is(string category)
    {
        using ServiceProvider services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new KeptLogs()).KeepAddressesOut())
            .BuildServiceProvider();

        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

        Assert.False(logger.IsEnabled(LogLevel.Information));
        Assert.True(logger.IsEnabled(LogLevel.Warning));
        Assert.True(services.GetRequiredService<ILoggerFactory>().CreateLogger("ConnectingPeople").IsEnabled(LogLevel.Trace));
    }

    [Fact]
    public void The_host_in_azure_tells_of_requests_without_addresses_and_of_no_calls_to_its_worker()
    {
        JsonElement logging = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("host.json"))).RootElement.GetProperty("logging");
        JsonElement telemetry = logging.GetProperty("applicationInsights");

        Assert.False(telemetry.GetProperty("httpAutoCollectionOptions").GetProperty("enableHttpTriggerExtendedInfoCollection").GetBoolean());
        Assert.False(telemetry.GetProperty("enableDependencyTracking").GetBoolean());
        Assert.Equal("Warning", logging.GetProperty("logLevel").GetProperty("Microsoft.Azure.WebJobs.Script.WebHost.Middleware").GetString());
    }

    private static void Remove(LoggerFilterOptions filters, string category)
    {
        LoggerFilterRule[] rules = [.. filters.Rules.Where(rule => rule.CategoryName == category)];
        Assert.NotEmpty(rules);
        Array.ForEach(rules, rule => filters.Rules.Remove(rule));
    }
}
