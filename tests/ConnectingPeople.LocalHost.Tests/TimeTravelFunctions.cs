using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.LocalHost.Tests;

/// <summary>The functions that the tests let time pass over.</summary>
public sealed partial class TimeTravelTests
{
    internal sealed class Hourly(Seen seen, IClock clock)
    {
        [Function("Hourly")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => seen.Add(Describe("hourly", timer, clock));
    }

    internal sealed class Minutely(Seen seen, IClock clock)
    {
        [Function("Minutely")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => seen.Add(Describe("minutely", timer, clock));
    }

    internal sealed class AtEleven(Seen seen, IClock clock)
    {
        [Function("AtEleven")]
        public void Run([TimerTrigger("0 0 11 * * 1")] TimerInfo timer) => seen.Add(Describe("at eleven", timer, clock));
    }

    internal sealed class Secondly(Seen seen, IClock clock)
    {
        [Function("Secondly")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => seen.Add(Describe("secondly", timer, clock));
    }

    internal sealed class FailingTimer(Seen seen)
    {
        [Function("FailingTimer")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            seen.Add("failing");
            throw new InvalidOperationException("no");
        }
    }

    internal sealed class Sends(IClock clock, IConfiguration settings)
    {
        [Function("Sends")]
        public Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer) =>
            new TestQueue(settings["AzureWebJobsStorage"]!, "first").SendAsync($"sent at {clock.GetCurrentInstant().InUtc().Hour}");
    }

    internal sealed class Forwards(IConfiguration settings)
    {
        [Function("Forwards")]
        public Task RunAsync([QueueTrigger("first")] string message) => new TestQueue(settings["AzureWebJobsStorage"]!, "second").SendAsync(message);
    }

    internal sealed class Receives(Seen seen, IClock clock)
    {
        [Function("Receives")]
        public void Run([QueueTrigger("second")] string message) => seen.Add($"{message} received {Time(clock)}");
    }

    internal sealed class FailsOnce(Seen seen, IClock clock)
    {
        [Function("FailsOnce")]
        public void Run([QueueTrigger("fails-once")] string message)
        {
            if (seen.All.Count == 0)
            {
                seen.Add("failed");
                throw new InvalidOperationException("once");
            }

            seen.Add($"succeeded {Time(clock)}");
        }
    }

    internal sealed class Fails(Seen seen)
    {
        [Function("Fails")]
        public void Run([QueueTrigger("fails")] string message)
        {
            seen.Add(message);
            throw new InvalidOperationException("no");
        }
    }

    /// <summary>Calls the app as a provider would: from elsewhere, while nobody waits for the answer.</summary>
    internal sealed class CallsBack(TaskCompletionSource arrived, IServer server)
    {
        [Function("CallsBack")]
        public Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            HttpClient http = new() { BaseAddress = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
            _ = http.PostAsync("webhook", null);
            return arrived.Task;
        }
    }

    internal sealed class Webhook(TaskCompletionSource arrived, IConfiguration settings)
    {
        [Function("Webhook")]
        public async Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhook")] HttpRequest request)
        {
            arrived.SetResult();
            await Task.Delay(200); // long enough for the step to end, if it doesn't wait
            await new TestQueue(settings["AzureWebJobsStorage"]!, "second").SendAsync("from a webhook");
        }
    }
}
