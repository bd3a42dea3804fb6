using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.SendGrid;

namespace ConnectingPeople.Local.Tests.SendGrid;

public sealed class MailTests
{
    private static readonly object Mail = new
    {
        personalizations = new[] { new { to = new[] { new { email = "jo@example.org", name = "Jo" } } } },
        from = new { email = "study@example.org" },
        subject = "Your weekly digest",
        content = new[] { new { type = "text/plain", value = "Two people need you." }, new { type = "text/html", value = "<p>Two people need you.</p>" } },
    };

    [Fact]
    public async Task An_accepted_email_lies_in_its_inbox_under_the_providers_id()
    {
        await using Table table = await Table.SetAsync();

        HttpResponseMessage response = await table.SendMailAsync(Mail);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Email email = Assert.Single(table.Simulator.Inboxes.At("JO@example.org"));
        Assert.Equal(response.Headers.GetValues("X-Message-Id").Single(), email.MessageId);
        Assert.Equal(("Your weekly digest", "Two people need you.", "study@example.org"), (email.Subject, email.Text, email.From));
    }

    [Fact]
    public async Task Errors_have_the_providers_shape()
    {
        await using Table table = await Table.SetAsync();

        HttpResponseMessage stranger = await table.SendMailAsync(Mail, key: "SG.another");
        HttpResponseMessage incomplete = await table.SendMailAsync(new { from = new { email = "study@example.org" } });

        Assert.Equal((401, "The provided authorization grant is invalid, expired, or revoked"), await ErrorAsync(stranger));
        Assert.Equal((400, "The personalizations field is required and must have at least one personalization."), await ErrorAsync(incomplete));
        Assert.Empty(table.Simulator.Inboxes.All);
    }

    [Fact]
    public async Task It_fails_on_purpose_for_one_address()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Failures.Set("jo@example.org", Failure.Unavailable, times: 1);

        HttpResponseMessage refused = await table.SendMailAsync(Mail);
        HttpResponseMessage accepted = await table.SendMailAsync(Mail);

        Assert.Equal((503, 202), ((int)refused.StatusCode, (int)accepted.StatusCode));
        Assert.Single(table.Simulator.Inboxes.All);
    }

    private static async Task<(int Status, string? Message)> ErrorAsync(HttpResponseMessage response)
    {
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }
}
