using System.Net;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Forms;

/// <summary>Words that may mean danger are heard and can be read by staff, wherever in a form they are written and whatever becomes of it.</summary>
public sealed class FormWorryTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Written = "<blockquote class=\"app-entry__words\" dir=\"auto\">";

    private readonly App app = shared.App;

    [Fact]
    public async Task Words_that_worry_are_stored_tell_a_human_and_lead_to_help()
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAllAsync();

        PageAnswer answer = await form.AnswerAsync("anything-else", "I want to die");
        PageAnswer again = await form.AnswerAsync("anything-else", "I want to die");
        PageAnswer support = await form.GetAsync(answer.Location);
        PageAnswer sent = await form.FinishAsync();
        PageAnswer done = await form.GetAsync(sent.Location);

        Assert.Equal((HttpStatusCode.SeeOther, $"{form.Path}?page=support"), (answer.Status, answer.Location));
        Assert.Equal(answer.Location, again.Location);
        Assert.Equal("I want to die", (await form.AnswersAsync())["anything-else"]);
        Assert.Equal(["risk-phrase"], await form.AlertsAsync());
        Assert.Contains("Samaritans 116\u00A0123, NHS 111 option 2, text SHOUT to 85258", WebUtility.HtmlDecode(support.Text), StringComparison.Ordinal);
        Assert.Contains("href=\"tel:999\"", support.Text, StringComparison.Ordinal);
        Assert.Contains("Your answers are sent", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you. Your", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_worry_in_the_wrong_field_are_heard_as_well()
    {
        FilledForm form = await app.FormAsync();

        PageAnswer answer = await form.AnswerAsync("people", "I want to die");
        string page = await form.StaffReadAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Samaritans 116\u00A0123, NHS 111 option 2", WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
        Assert.Equal(["risk-phrase"], await form.AlertsAsync());
        Assert.Contains($"{Written}I want to die</blockquote>", page, StringComparison.Ordinal);
        Assert.Contains("Written into a check-in's form, where it is no answer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_worry_are_heard_though_the_person_would_rather_not_say_them()
    {
        FilledForm form = await app.FormAsync();

        PageAnswer answer = await form.AnswerAsync("anything-else", ("answer", "I want to die"), ("do", "rather-not"));
        string page = await form.StaffReadAsync();

        Assert.Equal((HttpStatusCode.SeeOther, $"{form.Path}?page=support"), (answer.Status, answer.Location));
        Assert.Equal(["risk-phrase"], await form.AlertsAsync());
        Assert.Equal(KeyValuePair.Create("anything-else", default(string)), Assert.Single(await form.AnswersAsync()));
        Assert.Contains($"{Written}I want to die</blockquote>", page, StringComparison.Ordinal);
        Assert.Contains("Written into a check-in's form, where it is no answer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_stood_in_the_field_of_a_question_left_out_is_kept_nowhere()
    {
        FilledForm form = await app.FormAsync();

        PageAnswer answer = await form.AnswerAsync("anything-else", ("answer", "A week with Hortensia"), ("do", "rather-not"));

        Assert.NotEqual($"{form.Path}?page=support", answer.Location);
        Assert.Equal(KeyValuePair.Create("anything-else", default(string)), Assert.Single(await form.AnswersAsync()));
        Assert.Empty(await WholeStorage.FindAsync(app, new Needles("Hortensia")));
    }

    [Fact]
    public async Task Words_that_worry_in_the_box_of_a_day_are_heard_from_a_page_that_stood_open_for_too_long()
    {
        FilledForm form = await app.FormAsync();
        string proof = await form.ProofAsync();
        await app.AdvanceAsync("P1D", "P1D");

        await app.BrowseAsync(
            null, form.Question("anything-else"), "POST", new Dictionary<string, string> { ["formToken"] = proof, ["answer-day"] = "I want to die" });

        Assert.Equal(["risk-phrase"], await form.AlertsAsync());
    }

    [Theory]
    [InlineData(2_500)]
    [InlineData(100_000)]
    public async Task Words_that_worry_are_heard_however_much_follows(int more)
    {
        FilledForm form = await app.FormAsync();

        PageAnswer answer = await form.AnswerAsync("anything-else", "I want to die. " + new string('x', more));
        string page = await form.StaffReadAsync();

        Assert.Contains("Samaritans", answer.Status == HttpStatusCode.SeeOther ? (await form.GetAsync(answer.Location)).Text : answer.Text, StringComparison.Ordinal);
        Assert.Equal(["risk-phrase"], await form.AlertsAsync());
        Assert.Contains($"{Written}I want to die. xxx", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_worry_are_heard_when_the_form_closed_while_they_were_written()
    {
        FilledForm form = await app.FormAsync();
        string proof = await form.ProofAsync();
        await app.AdvanceAsync("P4D", "P1D");

        PageAnswer answer = await app.BrowseAsync(
            null, form.Question("anything-else"), "POST", new Dictionary<string, string> { ["formToken"] = proof, ["answer"] = "I want to die" });
        string page = await form.StaffReadAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("tel:116123", answer.Text, StringComparison.Ordinal);
        Assert.Contains("risk-phrase", await form.AlertsAsync());
        Assert.Contains($"{Written}I want to die</blockquote>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_worry_are_heard_from_a_page_that_stood_open_for_too_long()
    {
        FilledForm form = await app.FormAsync();
        string proof = await form.ProofAsync();
        await app.AdvanceAsync("P1D", "P1D");

        PageAnswer late = await app.BrowseAsync(
            null, form.Question("anything-else"), "POST", new Dictionary<string, string> { ["formToken"] = proof, ["answer"] = "I want to die" });

        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("Samaritans", late.Text, StringComparison.Ordinal);
        Assert.Equal(["risk-phrase"], await form.AlertsAsync());
    }

    [Fact]
    public async Task Words_that_worry_are_heard_after_the_question_went_away()
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAsync("goal", "4");

        PageAnswer answer = await form.AnswerAsync("barrier", "I want to die");

        Assert.Equal($"{form.Path}?page=support", answer.Location);
        Assert.Equal(["risk-phrase"], await form.AlertsAsync());
    }

    [Fact]
    public async Task What_another_site_makes_a_browser_send_worries_nobody()
    {
        FilledForm form = await app.FormAsync();

        await app.BrowseAsync(
            null, form.Question("anything-else"), "POST", new Dictionary<string, string> { ["formToken"] = await form.ProofAsync(), ["answer"] = "I want to die" }, "cross-site");

        Assert.Empty(await form.AlertsAsync());
    }
}
