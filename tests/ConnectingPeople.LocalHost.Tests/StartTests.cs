using System.Net;
using System.Net.Sockets;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.LocalHost.Tests;

/// <summary>What is wrong with an app stops its start, in a sentence that names it.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData(typeof(BadSchedule), "Function BadSchedule: the schedule '61 * * * * *' (setting Schedule) can't be read.")]
    [InlineData(typeof(NoSetting), "Function NoSetting needs the setting Missing__Schedule, which has no value.")]
    [InlineData(typeof(NegativeSchedule), "Function NegativeSchedule: the schedule '-00:05:00' can't be read. The time span must be positive.")]
    [InlineData(typeof(NoStorage), "Function NoStorage needs the setting MissingStorage, which has no value.")]
    [InlineData(typeof(BadStorage), "Function BadStorage: the setting Schedule isn't a storage connection string.")]
    [InlineData(typeof(NoTrigger), "Function NoTrigger has 0 triggers.")]
    [InlineData(typeof(TwoTriggers), "Function TwoTriggers has 2 triggers.")]
    [InlineData(typeof(NotInRoute), "Function NotInRoute: nothing can be bound to its parameter String name.")]
    [InlineData(typeof(NotAString), "Function NotAString: nothing can be bound to its parameter Int32 id.")]
    [InlineData(typeof(NotATimer), "Function NotATimer: nothing can be bound to its parameter String timer. A timer trigger gives a TimerInfo.")]
    [InlineData(typeof(NotARequest), "Function NotARequest: nothing can be bound to its parameter String request. An HTTP trigger gives an HttpRequest.")]
    [InlineData(typeof(BadRoute), "Function BadRoute: the route '{a}{b' can't be used.")]
    [InlineData(typeof(Twins), "Two functions are named twin.")]
    [InlineData(typeof(CannotBeMade), "Function CannotBeMade: its class CannotBeMade can't be made.")]
    public void An_app_that_cannot_work_does_not_start(Type function, string sentence)
    {
        Launch launch = App.Launching([function], "--Schedule", "61 * * * * *", "--AzureWebJobsStorage", "UseDevelopmentStorage=true");

        Assert.StartsWith(sentence, Assert.Throws<StartException>(() => App.Build(launch, _ => { })).Message);
    }

    [Fact]
    public void Http_functions_need_the_web_application()
    {
        FunctionsApplicationBuilder builder = new(App.Launching([typeof(HttpTests.Routes)], "--Where", "here"));

        Assert.Contains("ConfigureFunctionsWebApplication", Assert.Throws<StartException>(builder.Build).Message);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_port_that_is_taken_is_named_and_nothing_has_run(string address)
    {
        using TcpListener other = new(IPAddress.Parse(address), 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        Seen seen = new();

        StartException failure = await Assert.ThrowsAsync<StartException>(() =>
            App.StartAsync(new Launch(["--port", $"{port}"], [typeof(AtStart)]), services => services.AddSingleton(seen)));

        Assert.Equal($"Port {port} is taken by another program. Stop that program, or choose another port with --port (0 takes any free one).", failure.Message);
        Assert.Empty(seen.All);
    }

    [Fact]
    public async Task Options_that_are_no_good_stop_the_start_with_their_own_message()
    {
        OptionsValidationException failure = await Assert.ThrowsAsync<OptionsValidationException>(() => App.StartAsync(
            [], services => services.AddOptions<SampleApp.GreetingOptions>().Validate(_ => false, "The setting Privacy__LookupKey is missing.").ValidateOnStart()));

        Assert.Equal("The setting Privacy__LookupKey is missing.", failure.Message);
    }

    [Fact]
    public async Task Several_hosts_run_in_one_process_without_knowing_of_each_other()
    {
        await using App first = await App.StartAsync([typeof(HttpTests.Routes)], "--Where", "first", "--now", "2026-01-05T09:00:00Z");
        await using App second = await App.StartAsync([typeof(HttpTests.Routes)], "--Where", "second", "--now", "2027-01-05T09:00:00Z");

        Assert.Equal("1", await first.Http.GetStringAsync("/first/1"));
        Assert.Equal("2", await second.Http.GetStringAsync("/second/2"));
        Assert.Equal(HttpStatusCode.NotFound, (await second.Http.GetAsync("/first/1")).StatusCode);
        Assert.Contains("2026-", await first.Http.GetStringAsync("/local/clock"));
        Assert.Contains("2027-", await second.Http.GetStringAsync("/local/clock"));
    }

    internal sealed class BadSchedule
    {
        [Function("BadSchedule")]
        public void Run([TimerTrigger("%Schedule%")] TimerInfo timer)
        {
        }
    }

    internal sealed class NoSetting
    {
        [Function("NoSetting")]
        public void Run([TimerTrigger("%Missing__Schedule%")] TimerInfo timer)
        {
        }
    }

    internal sealed class NegativeSchedule
    {
        [Function("NegativeSchedule")]
        public void Run([TimerTrigger("-00:05:00")] TimerInfo timer)
        {
        }
    }

    internal sealed class NoStorage
    {
        [Function("NoStorage")]
        public void Run([QueueTrigger("queue", Connection = "MissingStorage")] string message)
        {
        }
    }

    internal sealed class BadStorage
    {
        [Function("BadStorage")]
        public void Run([QueueTrigger("queue", Connection = "Schedule")] string message)
        {
        }
    }

    internal sealed class NoTrigger
    {
        [Function("NoTrigger")]
        public void Run(string message)
        {
        }
    }

    internal sealed class TwoTriggers
    {
        [Function("TwoTriggers")]
        public void Run([QueueTrigger("queue")] string message, [TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }
    }

    internal sealed class NotInRoute
    {
        [Function("NotInRoute")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "people/{id}")] HttpRequest request, string name)
        {
        }
    }

    internal sealed class NotAString
    {
        [Function("NotAString")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "people/{id}")] HttpRequest request, int id)
        {
        }
    }

    internal sealed class NotATimer
    {
        [Function("NotATimer")]
        public void Run([TimerTrigger("0 * * * * *")] string timer)
        {
        }
    }

    internal sealed class NotARequest
    {
        [Function("NotARequest")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous)] string request)
        {
        }
    }

    internal sealed class BadRoute
    {
        [Function("BadRoute")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{a}{b")] HttpRequest request)
        {
        }
    }

    internal sealed class Twins
    {
        [Function("Twin")]
        public void One([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }

        [Function("twin")]
        public void Other([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }
    }

    internal sealed class CannotBeMade
    {
        private CannotBeMade()
        {
        }

        [Function("CannotBeMade")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }
    }

    internal sealed class AtStart(Seen seen)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => seen.Add("ran");
    }
}
