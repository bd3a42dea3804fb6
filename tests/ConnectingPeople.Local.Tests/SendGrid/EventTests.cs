using System.Text.Json;
using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.SendGrid;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Local.Tests.SendGrid;

public sealed class EventTests
{
    private static readonly object Mail = new
    {
        personalizations = new[] { new { to = new[] { new { email = "jo@example.org" } }, custom_args = new { participant = "CP-7K3M9Q" } } },
        from = new { email = "study@example.org", name = "Zoë's study" },
        subject = "Your weekly digest",
        content = new[] { new { type = "text/plain", value = "Two people need you." } },
        custom_args = new { staff = "jo@example.org", participant = "for all" },
        headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://study.example.org/u>" },
    };

    [Fact]
    public async Task An_accepted_email_is_told_to_be_delivered_with_what_it_is_about()
    {
        await using Table table = await Table.SetAsync();

        await table.SendMailAsync(Mail);
        await table.Simulator.SettledAsync();

        JsonElement told = Assert.Single(Assert.Single(table.Study.EmailEvents).Events);
        Email email = Assert.Single(table.Simulator.Inboxes.All);
        Assert.Equal(
            ("delivered", "jo@example.org", "jo@example.org", "CP-7K3M9Q", DateTimeOffset.Parse("2026-03-02T11:00:00Z").ToUnixTimeSeconds()),
            (Text(told, "event"), Text(told, "email"), Text(told, "staff"), Text(told, "participant"), told.GetProperty("timestamp").GetInt64()));
        Assert.StartsWith(email.MessageId + ".", Text(told, "sg_message_id"), StringComparison.Ordinal);
        Assert.Equal(("delivered", "Zoë's study", "<https://study.example.org/u>"), (email.Events.Single(), email.FromName, email.Headers["List-Unsubscribe"]));
    }

    [Fact]
    public async Task An_address_can_be_made_to_bounce()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Failures.Set("jo@example.org", Failure.Bounce);

        await table.SendMailAsync(Mail);
        await table.Simulator.SettledAsync();

        JsonElement told = Assert.Single(Assert.Single(table.Study.EmailEvents).Events);
        Assert.Equal(("bounce", "bounce", "5.1.1"), (Text(told, "event"), Text(told, "type"), Text(told, "status")));
    }

    [Fact]
    public async Task A_late_one_can_be_told_by_hand()
    {
        await using Table table = await Table.SetAsync();
        await table.SendMailAsync(Mail);
        await table.Simulator.SettledAsync();
        Email email = table.Simulator.Inboxes.All[0];

        await table.Simulator.PostEmailEventAsync(email, "spamreport", cancellation: TestContext.Current.CancellationToken);
        Email told = await table.Simulator.PostEmailEventAsync(email, "blocked", NodaTime.Instant.FromUtc(2026, 3, 1, 0, 0), TestContext.Current.CancellationToken);

        Assert.Equal(["delivered", "spamreport", "blocked"], told.Events);
        JsonElement last = table.Study.EmailEvents.Last().Events.Single();
        Assert.Equal(("bounce", "blocked", 1_772_323_200), (Text(last, "event"), Text(last, "type"), last.GetProperty("timestamp").GetInt64()));
    }

    [Fact]
    public async Task One_that_the_study_refuses_is_seen_beside_the_email()
    {
        await using Table table = await Table.SetAsync();
        table.Study.StatusCode = 503;

        await table.SendMailAsync(Mail);
        await table.Simulator.SettledAsync();

        Assert.Equal("The study didn't take the event “delivered”: 503", table.Simulator.Inboxes.All[0].Trouble);
    }

    [Fact]
    public async Task SendGrids_own_check_accepts_what_is_signed_and_refuses_one_changed_byte()
    {
        await using Table table = await Table.SetAsync();
        await table.SendMailAsync(Mail);
        await table.Simulator.SettledAsync();
        await table.Simulator.PostEmailEventAsync(table.Simulator.Inboxes.All[0], "bounce", cancellation: TestContext.Current.CancellationToken);

        JsonElement verdicts = await Judge.AskAsync("sendgrid-signature.js", new
        {
            publicKey = SamplePublicKey(),
            requests = table.Study.EmailEvents.Concat(table.Study.EmailEvents.Select(post => post with { Body = post.Body.Replace("jo@", "ja@", StringComparison.Ordinal) }))
                .Concat(table.Study.EmailEvents.Select(post => post with { Timestamp = post.Timestamp[..^1] + "9" })),
        });

        Assert.Equal([true, true, false, false, false, false], verdicts.EnumerateArray().Select(verdict => verdict.GetBoolean()));
    }

    [Fact]
    public void The_public_key_of_the_sample_settings_is_this_ones() =>
        Assert.Equal(EventSignature.PublicKeyOf(new SimulatorOptions().EventKey), SamplePublicKey());

    private static string SamplePublicKey() =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json"))).RootElement.GetProperty("Values").GetProperty("SendGrid__EventPublicKey").GetString()!;

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
}
