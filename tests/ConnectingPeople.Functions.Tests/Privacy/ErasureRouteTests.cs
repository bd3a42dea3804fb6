using System.Net;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>What the route takes, and what it refuses without touching anything.</summary>
public sealed class ErasureRouteTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Theory]
    [InlineData("""{"reason":"because"}""", "reason must be one of: participant-asked, representative-asked, enrolled-by-mistake; or leave it out.")]
    [InlineData("""{"answers":"some"}""", "answers must be \"as-consented\" or \"erase\"; or leave it out, which means as consented.")]
    [InlineData("""{"name":"Amira"}""", "name isn't known here. Known are: reason, answers.")]
    [InlineData("""{"reason":7}""", "reason must be text, in quotes.")]
    [InlineData("{", "The body isn't JSON")]
    public async Task A_body_that_it_does_not_know_erases_nobody(string body, string problem)
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer answer = await app.EraseAsync(id, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(problem, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Theory]
    [InlineData("CP-000000")]
    [InlineData("CP-7K3M9Z")]
    [InlineData("nobody")]
    public async Task Whom_there_never_was_is_not_found(string id) => Assert.Equal(HttpStatusCode.NotFound, (await app.EraseAsync(id)).Status);

    [Fact]
    public async Task Asked_again_it_answers_the_same_and_changes_nothing()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        Answer first = await app.EraseAsync(id, new { reason = "enrolled-by-mistake" });
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer again = await app.EraseAsync(id);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(true, "as-consented", true)]
    [InlineData(true, "erase", false)]
    [InlineData(false, null, false)]
    [InlineData(false, "as-consented", false)]
    public async Task Answers_stay_only_where_the_consent_says_so_and_nobody_asks_otherwise(bool? consented, string? asked, bool stay)
    {
        string phone = SharedApps.NewPhone();
        Dictionary<string, object?> form = People.Form(phone);
        form["consent"] = consented is { } keepAnswers ? new { givenOn = "2026-01-02", version = "1", keepAnswers } : form["consent"];
        string id = (await app.PostAsync("administrator", "/api/participants", form)).Json.GetProperty("id").GetString()!;
        await app.GoToCheckInAsync();
        await app.TextAsync(phone, "3");

        Answer erased = await app.EraseAsync(id, asked is null ? null : new { answers = asked });

        Assert.Equal(stay ? "kept" : "erased", erased.Json.GetProperty("answers").GetString());
        List<TableEntity> kept = await app.RowsOfAsync(id, "check-in|weekly");
        Assert.Equal(stay, kept.Count > 0 && kept[0].GetString("State").Contains("\"value\":\"3\"", StringComparison.Ordinal));
        Assert.Equal(stay, (await app.RowsOfAsync(id, "participant"))[0].GetString("State").Contains("\"practitioner\":\"\",\"clientGroup\":\"MentalHealth\",\"channel\":\"Sms\",\"language\":\"en-GB\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_that_stayed_may_be_erased_later_and_not_brought_back()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        await app.GoToCheckInAsync();
        Assert.Equal("kept", (await app.EraseAsync(id)).Json.GetProperty("answers").GetString());

        Assert.Equal("erased", (await app.EraseAsync(id, new { answers = "erase" })).Json.GetProperty("answers").GetString());
        Assert.Equal("erased", (await app.EraseAsync(id, new { answers = "as-consented" })).Json.GetProperty("answers").GetString());

        Assert.Equal(["erasure", "participant"], (await app.RowsOfAsync(id, "")).Select(row => row.RowKey));
    }

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("1")]
    [InlineData("{}")]
    public async Task A_consent_that_does_not_say_true_or_false_is_refused(string keepAnswers)
    {
        Dictionary<string, object?> form = People.Form(SharedApps.NewPhone());
        form["consent"] = System.Text.Json.JsonDocument.Parse($$"""{"givenOn":"2026-01-02","version":"1","keepAnswers":{{keepAnswers}}}""").RootElement;

        Answer answer = await app.PostAsync("administrator", "/api/participants", form);

        Assert.Equal((HttpStatusCode.BadRequest, "consent.keepAnswers must be true or false, without quotes."), (answer.Status, answer.Json.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task An_imported_row_says_it_in_a_column_of_its_own()
    {
        string phone = SharedApps.NewPhone();
        const string Columns = "name,phone,channel,agencyId,practitionerEmail,clientGroup,consentGivenOn,consentVersion,consentKeepAnswers";
        string Row(string keep) => $"{Columns}\nAmira Khan,{phone},sms,north,{People.Practitioner},mental-health,2026-01-02,1,{keep}\n";

        Answer wrong = await app.PostAsync("administrator", "/api/participants/import", Row("perhaps"));
        Answer right = await app.PostAsync("administrator", "/api/participants/import", Row("no"));

        Assert.Contains("row 2, consentKeepAnswers must be", wrong.Text, StringComparison.Ordinal);
        string id = right.Json.GetProperty("enrolled")[0].GetString()!;
        Assert.Equal("erased", (await app.EraseAsync(id)).Json.GetProperty("answers").GetString());
    }
}
