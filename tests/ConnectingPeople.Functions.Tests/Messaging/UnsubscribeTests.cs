using System.Net;
using System.Net.Http.Headers;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Messaging;

/// <summary>One click ends the emails, and only a click: programs that follow links end nothing.</summary>
public sealed class UnsubscribeTests
{
    [Theory]
    [InlineData("form")]
    [InlineData("multipart")]
    public async Task One_click_in_a_mail_program_ends_the_emails_at_once(string kind)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolByEmailAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        string link = new Uri(app.Phones.Inboxes.At(People.AmirasInbox).Single().Headers["List-Unsubscribe"].Trim('<', '>')).PathAndQuery;

        Answer first = await app.PostAsync(null, link, OneClick(kind));
        await app.AdvanceAsync("PT10M", "PT1M"); // until somebody was told
        IReadOnlyList<string> before = await app.RowsAsync();
        Answer again = await app.PostAsync(null, link, OneClick(kind));
        Assert.Equal(before, await app.RowsAsync());
        await app.AdvanceAsync("P14D");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Contains("get any more messages from us", first.Text, StringComparison.Ordinal);
        Assert.Single(app.Phones.Inboxes.At(People.AmirasInbox));
        Assert.Equal(["opted-out"], await app.AlertsAsync(id));
        Assert.True((await app.PersonAsync(id)).GetProperty("participant").GetProperty("optedOut").GetBoolean());
    }

    [Fact]
    public async Task Following_the_link_asks_first_and_changes_nothing()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolByEmailAsync();
        string link = LinkOf(app, id);
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer page = await app.GetAsync(null, link);
        Answer other = await app.PostAsync(null, link, new FormUrlEncodedContent([KeyValuePair.Create("something", "else")]));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Stop our emails?", page.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch($"Amira|{id}|{People.AmirasInbox}", page.Text);
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_link_of_nobody_or_a_forged_one_is_not_found_and_changes_nothing()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolByEmailAsync();
        string link = LinkOf(app, id);
        IReadOnlyList<string> before = await app.RowsAsync();

        foreach (string wrong in (string[])[link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), link[..^3], link + "x", "/unsubscribe/x", LinkOf(app, ParticipantId.From(7).Text)])
        {
            Answer answer = await app.PostAsync(null, wrong, OneClick("form"));

            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.Equal(before, await app.RowsAsync());
    }

    private static string LinkOf(App app, string id) =>
        new Uri(app.Services.GetRequiredService<UnsubscribeLinks>().Make(ParticipantId.TryParse(id, out ParticipantId who) ? who : default)).PathAndQuery;

    private static HttpContent OneClick(string kind)
    {
        if (kind == "form")
        {
            return new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        }

        MultipartFormDataContent body = new() { { new StringContent("One-Click"), "List-Unsubscribe" } };
        body.Headers.ContentType!.Parameters.Add(new NameValueHeaderValue("charset", "utf-8"));
        return body;
    }
}
