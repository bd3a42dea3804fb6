using System.Net;
using ConnectingPeople.Functions.Tests.Alerts;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>
/// Somebody who leaves traces wherever a person can: writes before they are enrolled, answers by text and in the form, worries, asks for
/// a call, is written about by staff, and has a message waiting that couldn't go. "Tobermory" is what they wrote before they were enrolled.
/// </summary>
internal static class Zebedee
{
    public const string Phone = "+447700900777";
    public const string Email = "zebedee.q@example.org";
    public const string Name = "Zebedée Quillfeather";

    /// <summary>Who they are: nothing but the contact store ever holds it.</summary>
    public static readonly string[] Identity = [Phone, "7700900777", Email, "Zebedée", "Quillfeather", "Tobermory"];

    /// <summary>What nobody may find any more; each stands nowhere else in the product.</summary>
    public static readonly string[] Traces =
    [
        .. Identity,
        "Ullapool", "genderfluid-ish", "Hortensia", "about 4 I think", // goal, gender, replies, and one that was an answer
        "Wilhelmina", "Barnaby", "Cordelia", // a note, what was done about an alert, words in the form
    ];

    /// <summary>Enrols them, on a Monday.</summary>
    public static async Task<string> EnrolZebedeeAsync(this App app, bool keepAnswers = true)
    {
        await app.AddTeamAsync();
        await app.TextAsync(Phone, "Hello, I am from Tobermory, can I take part?");
        Dictionary<string, object?> form = People.Form(Phone, Name);
        form["email"] = Email;
        form["gender"] = "genderfluid-ish";
        form["ageBand"] = "25-34";
        form["goals"] = new[] { "See my aunt in Ullapool" };
        form["consent"] = new { givenOn = "2026-01-02", version = "1", keepAnswers };
        Answer enrolled = await app.PostAsync("administrator", "/api/participants", form);
        Assert.True(enrolled.Status == HttpStatusCode.Created, enrolled.Text);
        return enrolled.Json.GetProperty("id").GetString()!;
    }

    /// <summary>Lets them leave every trace there is.</summary>
    /// <returns>The address of the form that is open then.</returns>
    public static async Task<string> LiveAsync(this App app, string id)
    {
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.TextAsync(Phone, "3");
        await app.TextAsync(Phone, "about 4 I think");
        await app.TextAsync(Phone, "call me, Hortensia is gone");
        await app.TextAsync(Phone, "I want to die, tell Hortensia");
        await app.AdvanceAsync("PT5M", "PT1M");
        string alert = (await app.OpenAsync())[0].GetProperty("id").GetString()!;
        await app.SendFormAsync(Team.AsPat, "/alerts", $"/alerts/{alert}/resolve", ("why", "Rang, Barnaby is with them"));
        await app.SendFormAsync(Team.AsPat, $"/participants/{id}", $"/participants/{id}/notes", ("note", "Met Wilhelmina, who helps"));
        string form = app.FormOf(id, "weekly-2026-01-08");
        await app.FillInAsync(form, "new-person", "yes");
        await app.FillInAsync(form, "anything-else", "Cordelia came along");
        await app.GoToAsync("2026-01-14T23:00:00Z");
        app.Phones.Failures.Set(null, Failure.Unavailable);
        await app.GoToAsync("2026-01-15T11:00:00Z");
        return app.FormOf(id, "weekly-2026-01-15");
    }

    /// <summary>Sends an answer of a form as its page would.</summary>
    public static async Task FillInAsync(this App app, string form, string question, string answer)
    {
        string proof = Browsing.TokenIn((await app.BrowseAsync(null, $"{form}?page=check")).Text);
        PageAnswer sent = await app.BrowseAsync(null, $"{form}?question={question}", "POST", new Dictionary<string, string> { ["formToken"] = proof, ["answer"] = answer });
        Assert.True(sent.Status == HttpStatusCode.SeeOther, $"{sent.Status} {sent.Text}");
    }

    /// <summary>The address of a check-in's form.</summary>
    public static string FormOf(this App app, string id, string checkIn)
    {
        Assert.True(ConnectingPeople.Domain.Participants.ParticipantId.TryParse(id, out ConnectingPeople.Domain.Participants.ParticipantId whose));
        return new Uri(((ConnectingPeople.Functions.CheckIns.FormLinks)app.Services.GetService(typeof(ConnectingPeople.Functions.CheckIns.FormLinks))!).Make(whose, checkIn)).AbsolutePath;
    }

    public static Task<Answer> EraseAsync(this App app, string id, object? body = null) => app.SendAsync("administrator", HttpMethod.Delete, $"/api/participants/{id}", body);
}
