using System.Diagnostics;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;

namespace ConnectingPeople.Functions.Tests.Operations;

/// <summary>One trace tells what happened from the timer to the provider and back, across queues and webhooks.</summary>
public sealed class TraceTests : IDisposable
{
    private readonly RecordedTraces traces = new();

    public void Dispose() => traces.Dispose();

    [Fact]
    public async Task From_the_timer_to_the_provider_and_back_with_its_reports_it_is_one_trace()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();

        await app.GoToAsync("2026-01-08T11:00:00Z");

        Activity sent = Assert.Single(traces.About(id, "send"));
        Assert.Equal("weekly-2026-01-08.ask.1", sent.GetTagItem("message"));
        Assert.Single(traces.Of(sent.TraceId), part => part.OperationName == "agenda");
        IReadOnlyList<Activity> reports = traces.About(id, "delivery report");
        Assert.Equal(2, reports.Count);
        Assert.All(reports, report => Assert.Equal((sent.TraceId, sent.SpanId), (report.TraceId, report.ParentSpanId)));
    }

    [Fact]
    public async Task It_goes_on_through_the_queue_that_shares_the_work()
    {
        await using App app = await App.StartAsync();
        List<string> people = [];
        for (int person = 0; person < 8; person++)
        {
            people.Add(await app.EnrolAsync($"+4477009003{person:00}"));
        }

        await app.GoToAsync("2026-01-08T11:00:00Z");

        ActivityTraceId trace = Assert.Single(people.SelectMany(id => traces.About(id, "send")).Select(part => part.TraceId).Distinct());
        Assert.Single(traces.Of(trace), part => part.OperationName == "agenda");
        Assert.True(traces.Of(trace).Count(part => part.OperationName == "wake shard") > 1);
    }

    [Fact]
    public async Task It_goes_on_through_the_queue_of_messages_that_are_tried_again()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Failure.Find("429")!, times: 1);

        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.AdvanceAsync("PT15M", "PT1M");

        IReadOnlyList<Activity> tries = traces.About(id, "send");
        Assert.Equal(2, tries.Count);
        Assert.Equal(["agenda", "outbox", "wake"], traces.Of(tries[1].TraceId).Select(part => part.OperationName)
            .Where(name => name is "agenda" or "wake" or "outbox").Order(StringComparer.Ordinal));
        Assert.All(traces.About(id, "delivery report"), report => Assert.Equal(tries[1].TraceId, report.TraceId));
    }

    [Fact]
    public async Task A_reply_is_linked_to_the_trace_in_which_the_person_was_asked()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        ActivityTraceId asked = Assert.Single(traces.About(id, "send")).TraceId;

        await app.TextAsync(People.Amira, "3");
        Activity first = Assert.Single(traces.LinkedTo(asked, "reply"));
        await app.TextAsync(People.Amira, "about 4");

        Assert.NotEqual(asked, first.TraceId);
        Assert.Single(traces.LinkedTo(first.TraceId, "reply"));
    }

    [Fact]
    public async Task An_email_and_what_becomes_of_it_are_one_trace_too()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolByEmailAsync();

        await app.GoToAsync("2026-01-08T11:00:00Z");

        Activity sent = Assert.Single(traces.About(id, "send"));
        Assert.NotEmpty(traces.About(id, "delivery report"));
        Assert.All(traces.About(id, "delivery report"), report => Assert.Equal(sent.TraceId, report.TraceId));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00-00000000000000000000000000000000-0000000000000000-01")]
    [InlineData("")]
    public async Task A_trace_that_is_none_is_passed_over(string trace)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");

        Answer answer = await app.PostSignedAsync(
            $"/webhooks/twilio/status?participant={id}&message=weekly-2026-01-08.ask.1&trace={trace}",
            new Dictionary<string, string> { ["MessageStatus"] = "delivered", ["MessageSid"] = "SM1" });

        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.Status);
    }
}
