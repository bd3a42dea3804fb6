using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;
using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.Functions.Tests.Messaging;

/// <summary>What happens while a message is on its way to the provider.</summary>
public sealed class MeanwhileTests
{
    [Fact]
    public async Task A_reply_while_the_check_in_is_being_sent_is_taken()
    {
        await using SlowProvider provider = await SlowProvider.StartAsync();
        await using App app = await App.StartAsync(settings: $"--Twilio__BaseUrl={provider.Url}");
        string id = await app.EnrolAsync();
        string? said = null;
        provider.Meanwhile = async _ => said = (await app.TextAsync(People.Amira, "3")).Said();

        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.AdvanceAsync("PT15M", "PT1M");

        Assert.StartsWith("How many", said, StringComparison.Ordinal);
        Assert.Equal(1, provider.Taken);
        Assert.Equal(["accepted"], await app.StatusesAsync(id));
    }

    [Fact]
    public async Task A_delivery_report_that_overtakes_the_answer_is_kept()
    {
        await using SlowProvider provider = await SlowProvider.StartAsync();
        await using App app = await App.StartAsync(settings: $"--Twilio__BaseUrl={provider.Url}");
        string id = await app.EnrolAsync();
        provider.Meanwhile = form => ReportAsync(app, form, "delivered", "");

        await app.GoToAsync("2026-01-08T11:00:00Z");

        Assert.Equal(["delivered"], await app.StatusesAsync(id));
    }

    [Fact]
    public async Task A_stop_or_a_dead_number_while_the_check_in_is_being_sent_holds()
    {
        foreach (string news in (string[])["STOP", "30006"])
        {
            await using SlowProvider provider = await SlowProvider.StartAsync();
            await using App app = await App.StartAsync(settings: $"--Twilio__BaseUrl={provider.Url}");
            string id = await app.EnrolAsync();
            provider.Meanwhile = form => news == "STOP" ? app.TextAsync(People.Amira, news) : ReportAsync(app, form, "undelivered", news);

            await app.GoToAsync("2026-01-08T11:00:00Z");
            await app.AdvanceAsync("P15D", "PT12H");

            Assert.Equal(1, provider.Taken);
            Assert.Single(await app.AlertsAsync(id));
        }
    }

    [Fact]
    public async Task A_message_whose_answer_and_reports_got_lost_is_found_in_the_providers_list()
    {
        await using App app = await App.StartAsync(settings: "--Site__PublicUrl=http://127.0.0.1:9");
        string id = await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Failure.NoAnswer, times: 1);

        await app.GoToAsync("2026-01-08T11:00:00Z");
        Assert.Equal(["claimed"], await app.StatusesAsync(id));
        await app.AdvanceAsync("PT15M", "PT1M");

        Assert.Single(app.Taken());
        Assert.Equal(["accepted"], await app.StatusesAsync(id));
        await app.AdvanceAsync("P8D", "PT6H");
        Assert.Equal(3, app.Taken().Count); // the reminder, and next week's in the same words
    }

    private static Task<Answer> ReportAsync(App app, IFormCollection sent, string status, string code) => app.PostSignedAsync(
        new Uri(sent["StatusCallback"].ToString()).PathAndQuery,
        new Dictionary<string, string> { ["MessageSid"] = "SM1", ["MessageStatus"] = status, ["ErrorCode"] = code });
}
