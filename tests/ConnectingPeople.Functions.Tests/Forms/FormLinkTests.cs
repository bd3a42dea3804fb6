using System.Net;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Forms;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Forms;

/// <summary>Who holds a link may answer by it, from our own pages, while the check-in is open. Nobody else, and nothing else.</summary>
public sealed class FormLinkTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Fact]
    public async Task A_link_that_leads_nowhere_shows_one_kind_page_whatever_is_wrong_with_it()
    {
        FilledForm form = await app.FormAsync();
        FormLinks links = app.Services.GetRequiredService<FormLinks>();
        string Address(ParticipantId id, string checkIn) => new Uri(links.Make(id, checkIn)).AbsolutePath;
        string[] paths =
        [
            form.Path[..^1],
            form.Path[..^1] + (form.Path[^1] == 'A' ? 'Q' : 'A'),
            form.Path + "AAAA",
            "/check-in/x",
            "/check-in/" + new string('A', 2_000),
            "/check-in/%FF%20",
            Address(form.Id, "weekly-2020-01-02"),
            Address(form.Id, "weekly-2019-01-03"),
            Address(ParticipantId.From(12), form.CheckIn),
        ];
        IReadOnlyList<string> before = await app.RowsAsync();

        PageAnswer[] shown = await Task.WhenAll(paths.Select(path => form.GetAsync(path)));
        PageAnswer[] posted = await Task.WhenAll(paths.Select(path => app.BrowseAsync(null, path, "POST", new Dictionary<string, string> { ["answer"] = "3" })));

        Assert.All([.. shown, .. posted], answer => Assert.Equal((HttpStatusCode.NotFound, shown[0].Text), (answer.Status, answer.Text)));
        Assert.Contains("You have done nothing wrong.", shown[0].Text, StringComparison.Ordinal);
        Assert.Contains("ask your worker", shown[0].Text, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:116123\"", shown[0].Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_check_in_that_was_closed_looks_as_if_it_had_never_been()
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAsync("goal", "3");
        string proof = await form.ProofAsync();
        await app.AdvanceAsync("P3D", "P1D");

        PageAnswer shown = await form.GetAsync();
        PageAnswer posted = await app.BrowseAsync(null, form.Question("people"), "POST", new Dictionary<string, string> { ["answer"] = "3", ["formToken"] = proof });
        PageAnswer forged = await form.GetAsync("/check-in/x");

        Assert.Equal((HttpStatusCode.NotFound, forged.Text), (shown.Status, shown.Text));
        Assert.Equal((HttpStatusCode.NotFound, forged.Text), (posted.Status, posted.Text));
        Assert.Equal(["goal"], (await form.AnswersAsync()).Keys);
    }

    [Fact]
    public async Task Whoever_sent_everything_is_thanked_and_shown_none_of_it_again()
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAllAsync();
        string proof = await form.ProofAsync();
        await form.FinishAsync();

        PageAnswer shown = await form.GetAsync();
        PageAnswer question = await form.GetAsync(form.Question("anything-else"));
        PageAnswer posted = await app.BrowseAsync(null, form.Question("anything-else"), "POST", new Dictionary<string, string> { ["answer"] = "More", ["formToken"] = proof });

        Assert.All([shown, question, posted], answer => Assert.Equal((HttpStatusCode.OK, shown.Text), (answer.Status, answer.Text)));
        Assert.Contains("Thank you. Your answers are sent", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A good week", shown.Text, StringComparison.Ordinal);
        Assert.Equal("A good week", (await form.AnswersAsync())["anything-else"]);
    }

    [Fact]
    public async Task Somebody_who_left_the_study_can_answer_no_more()
    {
        FilledForm form = await app.FormAsync();
        await app.PostAsync("administrator", $"/api/participants/{form.Id}/withdraw");

        Assert.Equal(HttpStatusCode.NotFound, (await form.GetAsync()).Status);
    }

    [Fact]
    public async Task What_does_not_come_from_our_own_page_changes_nothing_and_is_asked_for_again()
    {
        (FilledForm form, FilledForm other) = await app.TwoFormsAsync();
        await form.AnswerAsync("goal", "3");
        string proof = await form.ProofAsync();
        string others = await other.ProofAsync();
        IReadOnlyList<string> before = await app.RowsAsync();

        foreach ((string? sent, string? from) in ((string?, string?)[])[(null, null), ("", null), (others, null), (proof + "x", null), (proof, "cross-site"), (proof, "same-site")])
        {
            Dictionary<string, string> fields = new() { ["answer"] = "77" };
            if (sent is not null)
            {
                fields["formToken"] = sent;
            }

            PageAnswer answer = await app.BrowseAsync(null, form.Question("people"), "POST", fields, from);
            PageAnswer finish = await app.BrowseAsync(null, form.Path, "POST", fields, from);

            Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (answer.Status, finish.Status));
            Assert.Contains("nothing was saved yet", answer.Text, StringComparison.Ordinal);
            Assert.Equal(from is null, answer.Text.Contains("value=\"77\"", StringComparison.Ordinal));
        }

        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_page_that_stood_open_for_a_day_is_shown_again_with_what_was_written()
    {
        FilledForm form = await app.FormAsync();
        string proof = await form.ProofAsync();
        await app.AdvanceAsync("P1D", "P1D");

        PageAnswer late = await app.BrowseAsync(null, form.Question("anything-else"), "POST", new Dictionary<string, string> { ["answer"] = "All of my week", ["formToken"] = proof });
        PageAnswer again = await app.BrowseAsync(
            null, form.Question("anything-else"), "POST", new Dictionary<string, string> { ["answer"] = "All of my week", ["formToken"] = Browsing.TokenIn(late.Text) });

        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("\nAll of my week</textarea>", WebUtility.HtmlDecode(late.Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal("All of my week", (await form.AnswersAsync())["anything-else"]);
    }

    [Fact]
    public async Task Every_page_keeps_itself_to_itself()
    {
        FilledForm form = await app.FormAsync(goal: "<script>alert(1)</script>");
        PageAnswer[] answers =
        [
            await form.GetAsync(), await form.GetAsync(form.Question("goal")), await form.AnswerAsync("goal", "9"), await form.AnswerAsync("goal", "3"),
            await form.GetAsync($"{form.Path}?page=support"), await form.GetAsync("/check-in/x"),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal(PageResult.ContentSecurityPolicy, answer.Header("Content-Security-Policy"));
            Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.Null(answer.Header("Set-Cookie"));
            Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", answer.Text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task One_link_is_not_opened_without_end()
    {
        (FilledForm form, FilledForm other) = await app.TwoFormsAsync();

        PageAnswer? busy = null;
        for (int i = 0; i < 2 * FormLimits.PagesALink && busy is null; i++)
        {
            busy = await form.GetAsync() is { Status: HttpStatusCode.TooManyRequests } answer ? answer : null;
        }

        Assert.NotNull(busy);
        Assert.InRange(int.Parse(busy.Header("Retry-After")!, null), 1, 60);
        Assert.Contains("Nothing is lost.", busy.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.BrowseAsync(null, form.Path, "POST")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync()).Status);
    }
}
