using System.Net;
using System.Text;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>A file of people is taken as a whole or not at all, and every cell that is wrong is named.</summary>
public sealed class ImportTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Header = "name,phone,email,channel,agencyId,practitionerEmail,clientGroup,consentGivenOn,consentVersion,goals";

    private readonly App app = shared.App;

    [Fact]
    public async Task A_file_as_spreadsheets_write_it_is_taken_whole()
    {
        (string one, string two) = (SharedApps.NewPhone(), SharedApps.NewPhone());
        string file = $"\uFEFF{Header}\r\n{Row("\"Khan, Amira \"\"Ami\"\"\"", one, goals: "\"Join the walking group | Cook\nfor a friend\"")}\r\n{Row("Ben Okri", $"0{two["+44".Length..]}")}\r\n";

        Answer answer = await ImportAsync(file);

        Assert.True(answer.Status == HttpStatusCode.BadRequest, "a goal of two lines can't be texted");
        Assert.Equal(["row 2, goals[1]"], Fields(answer));
        answer = await ImportAsync(file.Replace("\nfor", " for", StringComparison.Ordinal));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        string[] ids = [.. answer.Json.GetProperty("enrolled").EnumerateArray().Select(id => id.GetString()!)];
        Assert.Equal(2, ids.Distinct().Count());
        Answer amira = await app.GetAsync("administrator", $"/api/participants/{ids[0]}");
        Assert.Equal("Khan, Amira \"Ami\"", amira.Json.GetProperty("participant").GetProperty("name").GetString());
        Assert.Equal(["Join the walking group", "Cook for a friend"], amira.Json.GetProperty("goals").EnumerateArray().Select(goal => goal.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Every_bad_cell_is_named_and_nobody_is_taken()
    {
        string enrolled = SharedApps.NewPhone();
        await app.EnrolAsync(enrolled);
        string file = string.Join('\n',
            Header,
            Row("Amira Khan", SharedApps.NewPhone()),
            Row("", "020 7946 0018"),
            Row("Cem", enrolled),
            Row("Dee", SharedApps.NewPhone(), agency: "south", consent: "2126-01-01,"));

        Answer answer = await RefusedAsync(file);

        Assert.Equal(
            ["row 3, name", "row 3, phone", "row 4, phone", "row 5, consentGivenOn", "row 5, consentVersion", "row 5, agencyId", "row 5, practitionerEmail"],
            Fields(answer));
    }

    [Fact]
    public async Task The_same_person_twice_in_one_file_is_named_by_phone_and_by_email()
    {
        (string one, string two) = (SharedApps.NewPhone(), SharedApps.NewPhone());
        string file = string.Join('\n',
            Header,
            Row("Amira", one, "amira@example.org"),
            Row("Ben", two, "AMIRA@example.org"),
            Row("Cem", $"0{one["+44".Length..]}"),
            Row("Dee", SharedApps.NewPhone()),
            Row("", two));

        Assert.Equal(["row 6, name", "row 4, phone", "row 6, phone", "row 3, email"], Fields(await RefusedAsync(file)));
    }

    [Fact]
    public async Task Unknown_columns_are_named()
    {
        string file = $"{Header},colour,Name\n{Row("Amira", SharedApps.NewPhone())},red,Amira";

        Answer answer = await RefusedAsync(file);

        Assert.Equal(["row 1", "row 1"], Fields(answer));
        Assert.Contains("'colour'", answer.Text, StringComparison.Ordinal);
        Assert.Contains("'Name'", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    [InlineData(Header)]
    [InlineData(Header + "\r\n")]
    [InlineData(Header + "\n\n\n")]
    [InlineData(Header + "\n\"Amira")]
    [InlineData(Header + "\n\"Amira\" Khan\",x")]
    [InlineData(Header + "\nAmira")]
    [InlineData(Header + "\n,,,,,,,,,,,,,,,,,,,")]
    [InlineData("name,name\nAmira,Amira")]
    [InlineData("{\"name\":\"Amira\"}")]
    [InlineData("name;phone\nAmira;07700900123")]
    [InlineData("\0\0\0")]
    public async Task A_file_that_is_none_is_refused(string file)
    {
        Answer answer = await RefusedAsync(file);

        Assert.NotEmpty(Fields(answer));
    }

    [Fact]
    public async Task Text_that_is_no_utf_8_is_refused()
    {
        byte[] latin = Encoding.Latin1.GetBytes($"{Header}\n{Row("Zoë", SharedApps.NewPhone())}");

        Answer answer = await RefusedAsync(new ByteArrayContent(latin));

        Assert.Contains("UTF-8", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        Assert.Contains("2000", (await RefusedAsync(Header + string.Concat(Enumerable.Repeat("\n,", 2001)))).Text, StringComparison.Ordinal);
        await RefusedAsync(new string('a', (2 * 1024 * 1024) + 1), HttpStatusCode.RequestEntityTooLarge);
    }

    private static string Row(
        string name, string phone, string email = "", string agency = "north", string consent = "2026-01-02,1", string goals = "Swim") =>
        $"{name},{phone},{email},sms,{agency},{People.Practitioner},mental-health,{consent},{goals}";

    private static IReadOnlyList<string> Fields(Answer answer) =>
        [.. answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!)];

    private Task<Answer> ImportAsync(object file) => app.PostAsync("administrator", "/api/participants/import", file);

    private async Task<Answer> RefusedAsync(object file, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer answer = await ImportAsync(file);

        Assert.True(answer.Status == status, $"{answer.Status} {answer.Text}");
        Assert.Equal(before, await app.RowsAsync());
        return answer;
    }
}
