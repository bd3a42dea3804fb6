using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Testing;
using Microsoft.Extensions.DependencyInjection;
using Email = ConnectingPeople.Functions.Messaging.Email;
using Received = ConnectingPeople.Simulator.SendGrid.Email;

namespace ConnectingPeople.Functions.Tests.SendGrid;

/// <summary>Emails go from the app over real HTTP into simulated inboxes, and what becomes of them comes back.</summary>
public sealed class SendingTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Fact]
    public async Task An_email_arrives_whole_and_its_delivery_is_told()
    {
        string staff = await app.AddColleagueAsync();

        SendResult result = await SendAsync(app, staff);
        await app.Phones.SettledAsync();

        Received email = Assert.Single(app.Phones.Inboxes.At(staff));
        Assert.Equal(new SendResult.Accepted(email.MessageId), result);
        Assert.Equal(("Zoë – your week", "Grüße", "<p>Grüße 🎉</p>", "study@example.org"), (email.Subject, email.Text, email.Html, email.From));
        Assert.Equal(staff, email.About["staff"]);
        Assert.False(email.IsTracked);
        Assert.Equal(("delivered", null), (string.Join(",", email.Events), email.Trouble));
        Assert.False(await app.EmailFailsAsync(staff));
    }

    [Fact]
    public async Task An_address_that_bounces_is_known_until_an_email_arrives_again()
    {
        string staff = await app.AddColleagueAsync();
        app.Phones.Failures.Set(staff, Failure.Bounce);
        await SendAsync(app, staff);
        await app.Phones.SettledAsync();
        Assert.True(await app.EmailFailsAsync(staff));

        app.Phones.Failures.Clear(staff);
        await app.AdvanceAsync("PT1H");
        await SendAsync(app, staff);
        await app.Phones.SettledAsync();

        Assert.False(await app.EmailFailsAsync(staff));
    }

    [Theory]
    [InlineData("429", typeof(SendResult.TryLater))]
    [InlineData("500", typeof(SendResult.TryLater))]
    [InlineData("no-answer", typeof(SendResult.Unknown))]
    public async Task What_fails_on_purpose_is_understood(string failure, Type expected)
    {
        string staff = await app.AddColleagueAsync();
        app.Phones.Failures.Set(staff, Failure.Find(failure)!, times: 1);

        Assert.IsType(expected, await SendAsync(app, staff));

        await app.Phones.SettledAsync();
        Assert.Equal(failure == "no-answer" ? 1 : 0, app.Phones.Inboxes.At(staff).Count);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_tried_later()
    {
        await using App lonely = await App.StartAsync(settings: $"--SendGrid__BaseUrl=http://127.0.0.1:{FreePort.Find()}");

        Assert.Equal(new SendResult.TryLater(Duration.FromMinutes(1)), await SendAsync(lonely, People.Practitioner));
    }

    [Fact]
    public async Task A_wrong_key_is_the_accounts_fault()
    {
        await using App stranger = await App.StartAsync(settings: "--SendGrid__ApiKey=SG.another");

        Assert.Equal(new SendResult.TryLater(Duration.FromMinutes(15)), await SendAsync(stranger, People.Practitioner));
    }

    [Fact]
    public async Task What_the_provider_does_not_take_is_refused_for_good() =>
        Assert.Equal(new SendResult.Refused("400"), await SendAsync(app, "nobody"));

    private static Task<SendResult> SendAsync(App app, string to) => app.Services.GetRequiredService<IEmailMessages>().SendAsync(
        new Email(to, "Zoë – your week", "Grüße", "<p>Grüße 🎉</p>", new Dictionary<string, string> { ["staff"] = to }), CancellationToken.None);
}
