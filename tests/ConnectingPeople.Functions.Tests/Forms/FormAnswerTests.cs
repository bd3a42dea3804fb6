using System.Net;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Functions.Tests.FollowUps;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Forms;

/// <summary>What the form takes, and what becomes of it.</summary>
public sealed class FormAnswerTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Fact]
    public async Task Answers_are_stored_page_by_page_and_sent_at_the_end()
    {
        FilledForm form = await app.FormAsync();

        PageAnswer first = await form.AnswerAsync("goal", "3");
        IReadOnlyDictionary<string, string?> afterOne = await form.AnswersAsync();
        await form.AnswerAllAsync();
        PageAnswer last = await form.AnswerAsync("anything-else", "A good week");
        PageAnswer sent = await form.FinishAsync();

        Assert.Equal((HttpStatusCode.SeeOther, form.Question("people")), (first.Status, first.Location));
        Assert.Equal([KeyValuePair.Create("goal", (string?)"3")], afterOne);
        Assert.Equal($"{form.Path}?page=check", last.Location);
        Assert.Equal((HttpStatusCode.SeeOther, form.Path), (sent.Status, sent.Location));
        CheckIn stored = await form.StoredAsync();
        Assert.Equal(CheckInStatus.Completed, stored.Status);
        Assert.Equal(["3", "4", "yes", "yes", "5", "A good week"], stored.Answers.Select(answer => answer.Value));
    }

    [Fact]
    public async Task Opening_pages_changes_nothing()
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAsync("goal", "1");
        IReadOnlyList<string> before = await app.RowsAsync();

        foreach (string query in (string[])["", "?page=start", "?page=check", "?page=support", "?question=goal", "?question=barrier&from=check", "?question=none", "?do=rather-not&answer=3&question=people"])
        {
            Assert.Equal(HttpStatusCode.OK, (await form.GetAsync(form.Path + query)).Status);
        }

        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task The_same_page_sent_twice_stores_once()
    {
        FilledForm form = await app.FormAsync();
        PageAnswer first = await form.AnswerAsync("goal", "2");
        IReadOnlyList<string> before = await app.RowsAsync();

        PageAnswer second = await form.AnswerAsync("goal", "2");

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task Pages_sent_at_the_same_moment_are_all_stored()
    {
        FilledForm form = await app.FormAsync();

        await Task.WhenAll(form.AnswerAsync("goal", "3"), form.AnswerAsync("people", "7"), form.AnswerAsync("connected", "4"), form.LeaveOutAsync("new-person"));

        IReadOnlyDictionary<string, string?> answers = await form.AnswersAsync();
        Assert.Equal(("3", "7", "4", null), (answers["goal"], answers["people"], answers["connected"], answers["new-person"]));
    }

    [Theory]
    [InlineData("goal", "5", "Choose one of the answers")]
    [InlineData("goal", "", "Answer this question, or press &quot;I&#x27;d rather not say&quot;")]
    [InlineData("people", "100", "Write one number from 0 to 99, such as 3")]
    [InlineData("people", "two or three", "Write one number from 0 to 99, such as 3")]
    [InlineData("new-person", "perhaps", "Choose one of the answers")]
    public async Task What_is_no_answer_is_said_at_the_top_and_beside_the_field_with_what_was_written(string question, string written, string said)
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAsync("connected", "1");

        PageAnswer answer = await form.AnswerAsync(question, written);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("<title>Error: ", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"#answer\">{said}</a>", answer.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"answer-error\"", answer.Text, StringComparison.Ordinal);
        Assert.True(question != "people" || answer.Text.Contains($"value=\"{written}\"", StringComparison.Ordinal));
        Assert.False((await form.AnswersAsync()).ContainsKey(question));
    }

    [Fact]
    public async Task Errors_are_in_easy_words_for_those_who_read_easy_words()
    {
        FilledForm form = await app.FormAsync("en-GB-easy");

        PageAnswer answer = await form.AnswerAsync("people", "-1");

        Assert.Contains("Something is not right", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Write 1 number. It can be 0 to 99", answer.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en-GB\" class=\"app-easy\">", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_have_an_end_and_stay_on_the_page_to_be_cut()
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAsync("goal", "3");

        PageAnswer tooLong = await form.AnswerAsync("anything-else", new string('x', 2_001));
        PageAnswer far = await form.AnswerAsync("anything-else", new string('x', 100_000));
        bool isStored = (await form.AnswersAsync()).ContainsKey("anything-else");
        PageAnswer fits = await form.AnswerAsync("anything-else", new string('\u20AC', 2_000));

        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        Assert.Contains("There is room for 2,000 characters, and this is 2,001", tooLong.Text, StringComparison.Ordinal);
        Assert.Contains(new string('x', 2_001), tooLong.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, far.Status);
        Assert.Contains("Nothing of it was saved.", far.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{form.Question("anything-else")}\"", far.Text, StringComparison.Ordinal);
        Assert.False(isStored);
        Assert.Equal(HttpStatusCode.SeeOther, fits.Status);
    }

    [Fact]
    public async Task Signs_that_no_keyboard_writes_are_left_out_of_words()
    {
        FilledForm form = await app.FormAsync();

        await form.AnswerAsync("anything-else", "Hello \uE000\u0000\u0007there\r\nSam");

        Assert.Equal("Hello there\nSam", (await form.AnswersAsync())["anything-else"]);
    }

    [Theory]
    [InlineData("barrier")]
    [InlineData("nothing-such")]
    [InlineData("")]
    public async Task A_question_that_is_not_asked_takes_no_answer_and_the_form_goes_on(string question)
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAsync("goal", "3");
        IReadOnlyList<string> before = await app.RowsAsync();

        PageAnswer answer = await form.AnswerAsync(question, "money");

        Assert.Equal((HttpStatusCode.SeeOther, form.Question("people")), (answer.Status, answer.Location));
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task What_is_missing_is_asked_before_anything_is_sent()
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAsync("goal", "3");

        PageAnswer answer = await form.FinishAsync();

        Assert.Equal((HttpStatusCode.SeeOther, form.Question("people")), (answer.Status, answer.Location));
        Assert.Equal(CheckInStatus.Open, (await form.StoredAsync()).Status);
    }

    [Fact]
    public async Task Every_type_of_question_is_taken_and_shown_again()
    {
        FilledForm form = await app.BaselineFormAsync();

        await form.AnswerAsync("advice", "4");
        await form.AnswerAsync("contacts", "12");
        await form.SendAsync(form.Question("places"), ("answer", "group"));
        await form.AnswerAsync("last-outing", ("answer-day", "5"), ("answer-month", "1"), ("answer-year", "2026"));
        PageAnswer noDay = await form.AnswerAsync("last-outing", ("answer-day", "31"), ("answer-month", "2"), ("answer-year", "2026"));
        PageAnswer day = await form.GetAsync(form.Question("last-outing"));
        PageAnswer places = await form.GetAsync(form.Question("places"));

        IReadOnlyDictionary<string, string?> answers = await form.AnswersAsync();
        Assert.Equal(("4", "12", "group", "2026-01-05"), (answers["advice"], answers["contacts"], answers["places"], answers["last-outing"]));
        Assert.Contains("Write a real day in numbers, such as 5 3 2026", noDay.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"31\"", noDay.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"answer-month\" type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" value=\"1\"", day.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"group\" checked", places.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_and_text_messages_never_ask_the_same_twice()
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAsync("goal", "4");

        Support.Answer late = await app.TextAsync(form.Phone, "3");
        Support.Answer people = await app.TextAsync(form.Phone, "7");
        PageAnswer page = await form.GetAsync();

        Assert.StartsWith("How many different people", late.Said(), StringComparison.Ordinal);
        Assert.StartsWith("In the last 7 days, did you talk", people.Said(), StringComparison.Ordinal);
        Assert.Contains("In the last 7 days, did you talk", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        Assert.Equal(("4", "7"), ((await form.AnswersAsync())["goal"], (await form.AnswersAsync())["people"]));
    }

    [Fact]
    public async Task An_export_says_that_answers_came_by_the_form()
    {
        FilledForm form = await app.FormAsync();
        await form.AnswerAsync("goal", "3");
        await form.LeaveOutAsync("people");
        await app.TextAsync(form.Phone, "yes");
        await app.TextAsync(form.Phone, "yes");

        string export = await app.ExportAsync();

        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = Exporting.Rows(await app.BytesAsync(export, "answers.csv"));
        Assert.Equal(
            [("goal", "3", "answered", "email-form"), ("new-person", "yes", "answered", "sms"), ("people", "", "refused", "email-form")],
            rows.Where(row => row["participant_id"] == form.Id.Text && row["outcome"] != "not-reached")
                .Select(row => (row["question_id"], row["value"], row["outcome"], row["source"])).Order());
    }
}
