using System.Net;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Functions.Tests.Crashes;

/// <summary>
/// An instance dies before or after each single call to storage of an enrolment, a wake-up with its sending, a reply; another
/// carries on. Nothing is lost, nothing happens twice.
/// </summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Waking_and_sending_survive_a_crash_at_every_call_to_storage(bool after)
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        await app.EnrolAsync(timeZone: "Etc/UTC");
        LocalDate thursday = new(2026, 1, 8);
        int crash = 0;
        do
        {
            storage.Reset();
            await app.GoToAsync($"{thursday:uuuu-MM-dd}T10:59:00Z");
            storage.Reset(crash, after);
            await app.GoToAsync($"{thursday:uuuu-MM-dd}T11:00:00Z");
            bool crashed = storage.Crashed;
            storage.Reset();
            await app.AdvanceAsync("PT24M", "PT1M");

            string sent = Assert.Single(SentOn(app, thursday));
            Assert.StartsWith("Hi Amira", sent, StringComparison.Ordinal);
            Assert.Null((await app.Phones.TypeAsync(People.Amira, "3")).Trouble);
            Assert.StartsWith("How many", app.Phones.Received(People.Amira)[^1], StringComparison.Ordinal);
            if (!crashed)
            {
                break;
            }

            thursday = thursday.PlusWeeks(1);
            crash++;
        }
        while (crash < 60);
        Assert.InRange(crash, 20, 59);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_survives_a_crash_at_every_call_to_storage(bool after)
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");

        for (int crash = 0; crash < 3; crash++)
        {
            storage.Reset(crash, after);
            TwilioMessage typed = await app.Phones.TypeAsync(People.Amira, "1");
            Assert.True(storage.Crashed);
            Assert.NotNull(typed.Trouble);
            storage.Reset();

            await app.Phones.SendAgainAsync(typed.Sid);
            await app.Phones.SendAgainAsync(typed.Sid);
        }

        Answer amira = await app.GetAsync("administrator", $"/api/participants/{id}");
        var checkIn = amira.Json.GetProperty("checkIns").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "weekly-2026-01-08");
        Assert.Equal(["goal", "people"], checkIn.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("question").GetString()));
        Assert.Equal(3, amira.Json.GetProperty("timeline").EnumerateArray().Count(message => message.GetProperty("direction").GetString() == "in"));
        Assert.Equal(3, app.Phones.Messages.Thread(People.Amira).Count(message => message.IsInbound));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Enrolling_survives_a_crash_at_every_call_to_storage(bool after)
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        await app.AddStaffAsync();
        int crash = 0;
        for (bool crashed = true; crashed && crash < 40; crash++)
        {
            string phone = $"+447700900{200 + crash}";
            storage.Reset(crash, after);
            Answer first = await app.PostAsync("administrator", "/api/participants", People.Form(phone));
            crashed = storage.Crashed;
            storage.Reset();

            Answer again = await app.PostAsync("administrator", "/api/participants", People.Form(phone));

            Assert.Equal(crashed ? HttpStatusCode.InternalServerError : HttpStatusCode.Created, first.Status);
            Assert.Contains(again.Status, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.Conflict]);
        }

        await app.GoToAsync("2026-01-08T11:00:00Z");
        for (int i = 0; i < crash; i++)
        {
            Assert.Single(app.Phones.Received($"+447700900{200 + i}"));
        }

        Assert.InRange(crash, 8, 39);
    }

    private static IEnumerable<string> SentOn(App app, LocalDate day) => app.Phones.Messages.Thread(People.Amira)
        .Where(message => message.Direction == MessageDirection.OutboundApi && message.CreatedAt.InUtc().Date == day)
        .Select(message => message.Body);
}
