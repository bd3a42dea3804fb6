using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>An enrolment that can't be taken says all that is wrong with it, and leaves nothing behind.</summary>
public sealed class EnrolmentBadInputTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"name":null,"goals":null,"consent":null}""")]
    [InlineData("""{"name":"  ","channel":"","agencyId":"","practitionerEmail":" ","clientGroup":"","consent":{"givenOn":"","version":" "}}""")]
    public async Task Every_missing_field_is_named(string body)
    {
        Answer answer = await app.RefusedAsync(body);

        Assert.Equal(["name", "channel", "agencyId", "practitionerEmail", "clientGroup", "consent.givenOn", "consent.version"], Fields(answer));
    }

    [Fact]
    public async Task A_person_who_is_texted_needs_a_number() =>
        Assert.Equal(["phone"], Fields(await app.RefusedAsync(With("phone", null))));

    [Fact]
    public async Task Every_unknown_field_is_named()
    {
        Dictionary<string, object?> form = With("colour", "red");
        form["consent"] = new Dictionary<string, string> { ["givenOn"] = "2026-01-02", ["version"] = "1", ["Colour"] = "red" };
        form["Name"] = "Amira";

        Assert.Equal(["colour", "Name", "consent.Colour"], Fields(await app.RefusedAsync(form)));
    }

    [Theory]
    [InlineData("name", "7")]
    [InlineData("phone", "447700900123")]
    [InlineData("email", "[]")]
    [InlineData("channel", "true")]
    [InlineData("consent", "\"yes\"")]
    [InlineData("consent", "[]")]
    [InlineData("goals", "\"Join the walking group\"")]
    [InlineData("goals", "[1]")]
    [InlineData("goals", "[null]")]
    [InlineData("checkInTime", "11")]
    [InlineData("timeZone", "{}")]
    public async Task A_field_of_the_wrong_type_is_named(string field, string json)
    {
        Answer answer = await app.RefusedAsync(With(field, JsonSerializer.Deserialize<JsonElement>(json)));

        Assert.Equal(field, Fields(answer)[0]);
        Assert.All(Fields(answer), name => Assert.StartsWith(field, name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("phone", "020 7946 0018")]
    [InlineData("phone", "01632 960018")]
    [InlineData("phone", "07700 90012")]
    [InlineData("phone", "0800 123 456")]
    [InlineData("phone", "999")]
    [InlineData("phone", "amira")]
    [InlineData("phone", "'; drop table")]
    [InlineData("email", "amira")]
    [InlineData("email", "amira@example")]
    [InlineData("email", "a@b.c, d@e.f")]
    [InlineData("channel", "pigeon")]
    [InlineData("language", "fr-FR")]
    [InlineData("timeZone", "Europe/Londres")]
    [InlineData("agencyId", "south")]
    [InlineData("agencyId", "no/such?agency")]
    [InlineData("practitionerEmail", "nobody@example.org")]
    [InlineData("practitionerEmail", "no/such#one@example.org")]
    [InlineData("clientGroup", "other")]
    [InlineData("ageBand", "old")]
    [InlineData("gender", "line\u0007bell")]
    [InlineData("name", "Amira\u0000Khan")]
    [InlineData("name", "Amira \ue000")]
    [InlineData("checkInDay", "someday")]
    [InlineData("checkInDay", "4")]
    [InlineData("checkInTime", "08:59")]
    [InlineData("checkInTime", "20:00")]
    [InlineData("checkInTime", "11.00")]
    [InlineData("checkInTime", "25:00")]
    public async Task A_field_that_cannot_be_right_is_named(string field, string value)
    {
        IReadOnlyList<string> fields = Fields(await app.RefusedAsync(With(field, value)));

        Assert.Equal(field, fields[0]);
        Assert.All(fields.Skip(1), other => Assert.Equal(("agencyId", "practitionerEmail"), (field, other)));
    }

    [Fact]
    public async Task An_address_is_needed_by_the_channel_that_uses_it()
    {
        Dictionary<string, object?> nowhere = With("channel", "email");
        nowhere["email"] = " ";
        Dictionary<string, object?> endless = With("channel", "email");
        endless["email"] = $"{new string('a', 250)}@example.org";

        Assert.Equal(["email"], Fields(await app.RefusedAsync(nowhere)));
        Assert.Equal(["email"], Fields(await app.RefusedAsync(endless)));
    }

    [Theory]
    [InlineData("2026-01-06")]
    [InlineData("2126-01-01")]
    [InlineData("-0044-03-15")]
    [InlineData("0001-01-01")]
    [InlineData("2026-02-30")]
    [InlineData("2 January 2026")]
    public async Task A_day_of_consent_that_cannot_be_is_named(string day) =>
        Assert.Equal(["consent.givenOn"], Fields(await app.RefusedAsync(With("consent", new { givenOn = day, version = "1" }))));

    [Fact]
    public async Task What_is_too_long_or_too_many_is_named()
    {
        Dictionary<string, object?> form = With("name", new string('a', 101));
        form["gender"] = new string('g', 41);
        form["goals"] = Enumerable.Repeat("Swim", 10).Append(new string('x', 201)).Prepend("").ToArray();

        Assert.Equal(["name", "gender", "goals", "goals[0]"], Fields(await app.RefusedAsync(form)));
        Assert.Equal(["goals[0]"], Fields(await app.RefusedAsync(With("goals", (string[])[new string('x', 201)]))));
    }

    [Fact]
    public async Task A_practitioner_enrols_their_own_only()
    {
        Answer answer = await app.RefusedAsync(With("name", "Amira"), role: "practitioner:sam@example.org");

        Assert.Equal(["practitionerEmail"], Fields(answer));
    }

    private static Dictionary<string, object?> With(string field, object? value) => new(People.Form(SharedApps.NewPhone())) { [field] = value };

    private static IReadOnlyList<string> Fields(Answer answer) =>
        [.. answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!)];
}
