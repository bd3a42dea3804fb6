using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.SendGrid;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.CheckIns;

/// <summary>Check-ins by email, over HTTP with the clock moved.</summary>
public sealed partial class EmailStoryTests
{
    private const string CheckIn = "weekly-2026-01-08";
    private const string Eleven = "2026-01-08T11:00:00Z";

    [Fact]
    public async Task A_person_on_the_email_channel_is_asked_on_their_day_by_a_link_that_leads_to_the_form()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolByEmailAsync();

        await app.GoToAsync("2026-01-08T10:59:00Z");
        Assert.Empty(app.Phones.Inboxes.All);
        await app.GoToAsync(Eleven);

        Email email = Assert.Single(app.Phones.Inboxes.At(People.AmirasInbox));
        Assert.Equal("A few questions for you", email.Subject);
        Assert.StartsWith("Hi Amira,\n\nHere is your check-in from Connecting People. There are 6 short questions.", email.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("Khan|walking|\uE000|\uE001", email.Subject + email.Text + email.Html);
        Assert.False(email.IsTracked);
        Assert.Equal((id, $"{CheckIn}.ask.1"), (email.About["participant"], email.About["message"]));
        Assert.Equal("List-Unsubscribe=One-Click", email.Headers["List-Unsubscribe-Post"]);
        Assert.Matches("^<http://127.0.0.1:[0-9]+/unsubscribe/[^/>]+>$", email.Headers["List-Unsubscribe"]);
        foreach (string words in (string[])[email.Text, WebUtility.HtmlDecode(email.Html)])
        {
            string token = FormToken().Match(words).Groups[1].Value;
            Assert.Equal((id, CheckIn), app.Services.GetRequiredService<FormLinks>().Read(token) is { } form ? (form.Participant.Text, form.CheckIn) : default);
            Assert.Contains(email.Headers["List-Unsubscribe"].Trim('<', '>'), words, StringComparison.Ordinal);
            Assert.Contains("116 123", words, StringComparison.Ordinal);
        }

        JsonElement message = Timeline(await app.PersonAsync(id)).Single();
        Assert.Equal(
            ("out", "email", "delivered"),
            (message.GetProperty("direction").GetString(), message.GetProperty("way").GetString(), message.GetProperty("status").GetString()));
        Assert.StartsWith("Hi [first name],", message.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_reminded_of_once_and_then_missed()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolByEmailAsync();

        await app.GoToAsync(Eleven);
        await app.AdvanceAsync("P6D");

        Assert.Equal(
            [("A few questions for you", "2026-01-08"), ("Your questions are still here", "2026-01-09")],
            app.Phones.Inboxes.At(People.AmirasInbox).Select(email => (email.Subject, email.At.ToString("uuuu-MM-dd", null))));
        Assert.Equal("missed", Weekly(await app.PersonAsync(id)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("503")]
    public async Task A_provider_that_is_busy_or_broken_is_tried_again_and_sends_once(string failure)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolByEmailAsync();
        app.Phones.Failures.Set(People.AmirasInbox, Failure.Find(failure)!, times: 2);

        await app.GoToAsync(Eleven);
        Assert.Empty(app.Phones.Inboxes.All);
        await app.AdvanceAsync("PT20M", "PT1M");

        Assert.Single(app.Phones.Inboxes.At(People.AmirasInbox));
        Assert.Equal(["delivered"], await app.StatusesAsync(id));
    }

    [Fact]
    public async Task Nothing_is_tried_again_outside_sending_hours()
    {
        await using App app = await App.StartAsync();
        await app.EnrolByEmailAsync(checkInTime: "19:58");
        app.Phones.Failures.Set(People.AmirasInbox, Failure.TooManyRequests, times: 2);

        await app.GoToAsync("2026-01-08T19:58:00Z");
        await app.AdvanceAsync("PT20M", "PT1M");
        Assert.Empty(app.Phones.Inboxes.All);
        await app.GoToAsync("2026-01-09T09:00:00Z");
        await app.AdvanceAsync("PT10M", "PT1M");

        Assert.InRange(Assert.Single(app.Phones.Inboxes.All).At, Instant.FromUtc(2026, 1, 9, 9, 0), Instant.FromUtc(2026, 1, 9, 9, 10));
    }

    [Fact]
    public async Task An_email_that_nobody_can_tell_of_is_not_sent_again_unless_its_delivery_is_told()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolByEmailAsync();
        app.Phones.Failures.Set(People.AmirasInbox, Failure.NoAnswer, times: 1);

        await app.GoToAsync(Eleven);
        await app.AdvanceAsync("PT2H", "PT5M");

        Email email = Assert.Single(app.Phones.Inboxes.At(People.AmirasInbox));
        Assert.Equal(["delivered"], await app.StatusesAsync(id));
        Assert.Equal(email.MessageId, (await app.MessageAsync(id, $"{CheckIn}.ask.1")).GetString("ProviderId"));
        await app.GoToAsync("2026-01-11T12:00:00Z");
        Assert.Equal("missed", Weekly(await app.PersonAsync(id)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_instance_that_dies_at_any_call_to_storage_is_not_followed_by_a_second_email(bool after)
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        string id = await app.EnrolByEmailAsync(timeZone: "Etc/UTC");
        app.Phones.FunctionsUrl = null; // so that no event tells of an email either
        LocalDate thursday = new(2026, 1, 8);
        bool crashed = true;
        for (int crash = 0; crashed; crash++, thursday = thursday.PlusWeeks(1))
        {
            Assert.InRange(crash, 0, 60);
            await app.GoToAsync($"{thursday:uuuu-MM-dd}T10:59:00Z");
            storage.Reset(crash, after);
            await app.GoToAsync($"{thursday:uuuu-MM-dd}T11:00:00Z");
            crashed = storage.Crashed;
            storage.Reset();
            await app.AdvanceAsync("PT1H", "PT5M");
        }

        await app.AdvanceAsync("P5D", "P1D");
        string[] sent = [.. app.Phones.Inboxes.At(People.AmirasInbox).Select(email => email.About["message"])];
        Assert.Equal(sent.Distinct(), sent);
        string?[] ends = [.. (await app.PersonAsync(id)).GetProperty("checkIns").EnumerateArray()
            .Where(checkIn => sent.Contains($"{checkIn.GetProperty("id")}.ask.1")).Select(checkIn => checkIn.GetProperty("status").GetString()).Distinct().Order()];
        Assert.Equal(after ? ["missed"] : ["missed", "undelivered"], ends); // undelivered: it went, and nobody could write it down
        Assert.Contains("undelivered", await app.AlertsAsync(id));
    }

    [Fact]
    public async Task An_address_that_bounces_is_written_to_no_more_and_somebody_is_told()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolByEmailAsync();
        app.Phones.Failures.Set(People.AmirasInbox, Failure.Bounce);

        await app.GoToAsync(Eleven);
        await app.AdvanceAsync("P14D");

        Assert.Single(app.Phones.Inboxes.At(People.AmirasInbox));
        Assert.Equal(["undelivered"], await app.StatusesAsync(id));
        Assert.Equal("undelivered", Weekly(await app.PersonAsync(id)).GetProperty("status").GetString());
        Assert.Equal(["undelivered"], await app.AlertsAsync(id));
        Assert.NotEmpty(app.Phones.Inboxes.At(People.Practitioner));
    }

    [Fact]
    public async Task What_the_provider_refuses_is_recorded_and_somebody_is_told()
    {
        await using App app = await App.StartAsync(settings: "--SendGrid__From=Connecting People <study@localhost>");
        string id = await app.EnrolByEmailAsync("amira@nowhere.invalid");
        app.Phones.Failures.Set("amira@nowhere.invalid", new Failure("400", "Bad request (400)", FailureKind.HttpError, 400));

        await app.GoToAsync(Eleven);
        Assert.Equal("400", (await app.MessageAsync(id, $"{CheckIn}.ask.1")).GetString("Code"));
        app.Phones.Failures.Clear("amira@nowhere.invalid");
        app.Phones.Failures.Set("amira@nowhere.invalid", new Failure("400", "Bad request (400)", FailureKind.HttpError, 400));
        await app.AdvanceAsync("P4D");

        Assert.Equal(["undelivered", "undelivered"], await app.StatusesAsync(id));
        Assert.Equal(["undelivered"], await app.AlertsAsync(id));
    }

    [Fact]
    public async Task What_a_text_message_could_not_make_clear_is_offered_by_a_link_the_same_each_time()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync(Eleven);

        foreach (string reply in (string[])["2 or 3", "sort of", "hmm", "4", "yes", "no", "4"])
        {
            await app.Phones.TypeAsync(People.Amira, reply);
        }

        var last = await app.Phones.TypeAsync(People.Amira, "skip");
        await app.Phones.SendAgainAsync(last.Sid);

        string thanks = app.Phones.Received(People.Amira)[^1];
        Assert.StartsWith("Thanks Amira, that's all. One answer wasn't clear. Give it here: http://127.0.0.1:", thanks, StringComparison.Ordinal);
        Assert.Equal(CheckIn, app.Services.GetRequiredService<FormLinks>().Read(FormToken().Match(thanks).Groups[1].Value)!.CheckIn);
        Assert.All(app.Phones.Received(People.Amira).Where(text => text.StartsWith("Thanks", StringComparison.Ordinal)), text => Assert.Equal(thanks, text));
        Assert.EndsWith(
            "Give it here: [link]", Timeline(await app.PersonAsync(id)).Last().GetProperty("reply").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement[] Timeline(JsonElement person) => [.. person.GetProperty("timeline").EnumerateArray()];

    private static JsonElement Weekly(JsonElement person) =>
        person.GetProperty("checkIns").EnumerateArray().Single(checkIn => checkIn.GetProperty("id").GetString() == CheckIn);

    [GeneratedRegex("/check-in/([A-Za-z0-9_-]+)")]
    private static partial Regex FormToken();
}
