using System.Net;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Forms;

/// <summary>People with a form to fill in, and the form as a browser without a screen fills it in.</summary>
internal static class Filling
{
    /// <summary>Enrols somebody and lets the week's check-in begin.</summary>
    public static async Task<FilledForm> FormAsync(this App app, string language = "en-GB", string goal = "Join the walking group")
    {
        (string phone, ParticipantId id) = await app.EnrolAsync(language, goal);
        LocalDate thursday = await app.GoToCheckInAsync();
        return new FilledForm(app, phone, id, WeeklyOf(thursday));
    }

    /// <summary>Two people with the same week's check-in.</summary>
    public static async Task<(FilledForm One, FilledForm Other)> TwoFormsAsync(this App app)
    {
        (string phone, ParticipantId id) = await app.EnrolAsync("en-GB", "Join the walking group");
        FilledForm other = await app.FormAsync();
        return (new FilledForm(app, phone, id, other.CheckIn), other);
    }

    /// <summary>Enrols somebody whose baseline interview is open: questions of every type.</summary>
    public static async Task<FilledForm> BaselineFormAsync(this App app, string language = "en-GB")
    {
        (string phone, ParticipantId id) = await app.EnrolAsync(language, "Join the walking group");
        await app.AdvanceAsync("PT1H");
        Stored? stored = await app.Services.GetRequiredService<ParticipantStore>().LoadAsync(id, CancellationToken.None);
        return new FilledForm(app, phone, id, stored!.Person.CheckIns.Single(checkIn => checkIn.Wave == "baseline").Id);
    }

    private static string WeeklyOf(LocalDate day) => $"weekly-{day:uuuu-MM-dd}";

    private static async Task<(string Phone, ParticipantId Id)> EnrolAsync(this App app, string language, string goal)
    {
        string phone = SharedApps.NewPhone();
        Dictionary<string, object?> person = People.Form(phone);
        person["language"] = language;
        person["goals"] = new[] { goal };
        Support.Answer enrolled = await app.PostAsync("administrator", "/api/participants", person);
        Assert.True(enrolled.Status == HttpStatusCode.Created, enrolled.Text);
        Assert.True(ParticipantId.TryParse(enrolled.Json.GetProperty("id").GetString()!, out ParticipantId id));
        return (phone, id);
    }
}

/// <summary>One person's form.</summary>
internal sealed record FilledForm(App App, string Phone, ParticipantId Id, string CheckIn)
{
    /// <summary>Where the link leads.</summary>
    public string Path { get; } = new Uri(App.Services.GetRequiredService<FormLinks>().Make(Id, CheckIn)).AbsolutePath;

    public string Question(string id) => $"{Path}?question={id}";

    public Task<PageAnswer> GetAsync(string? page = null) => App.BrowseAsync(null, page ?? Path);

    /// <summary>Sends what a question's page would.</summary>
    public Task<PageAnswer> AnswerAsync(string question, params (string Field, string Value)[] fields) => SendAsync(Question(question), fields);

    /// <summary>Answers a question that has one field.</summary>
    public Task<PageAnswer> AnswerAsync(string question, string value) => AnswerAsync(question, ("answer", value));

    /// <summary>Presses "I'd rather not say".</summary>
    public Task<PageAnswer> LeaveOutAsync(string question) => AnswerAsync(question, ("do", "rather-not"));

    /// <summary>Presses "Send my answers".</summary>
    public Task<PageAnswer> FinishAsync() => SendAsync(Path);

    public async Task<PageAnswer> SendAsync(string address, params (string Field, string Value)[] fields) => await App.BrowseAsync(
        null, address, "POST", fields.Prepend(("formToken", await ProofAsync())).ToDictionary(field => field.Item1, field => field.Item2));

    /// <summary>What proves that a form was filled in on our page.</summary>
    public async Task<string> ProofAsync() => Browsing.TokenIn((await GetAsync($"{Path}?page=check")).Text);

    /// <summary>All five questions of a good week.</summary>
    public async Task AnswerAllAsync()
    {
        foreach ((string question, string value) in ((string, string)[])[("goal", "3"), ("people", "4"), ("new-person", "yes"), ("activity", "yes"), ("connected", "5"), ("anything-else", "A good week")])
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await AnswerAsync(question, value)).Status);
        }
    }

    /// <summary>The check-in as it is stored; null while the person hasn't answered and it isn't closed.</summary>
    public async Task<CheckIn> StoredAsync() =>
        (await App.Services.GetRequiredService<ParticipantStore>().CheckInAsync(Id, CheckIn, CancellationToken.None))!;

    public async Task<IReadOnlyDictionary<string, string?>> AnswersAsync() =>
        (await StoredAsync()).Answers.ToDictionary(answer => answer.Question, answer => answer.Value);

    /// <summary>The person's page, where staff read what they wrote.</summary>
    public async Task<string> StaffReadAsync() => WebUtility.HtmlDecode((await App.BrowseAsync("administrator", $"/participants/{Id}")).Text);

    public async Task<IReadOnlyList<string>> AlertsAsync() =>
        [.. (await App.Services.GetRequiredService<ParticipantStore>().AlertsAsync(Id, CancellationToken.None)).Select(alert => alert.Rule)];
}
