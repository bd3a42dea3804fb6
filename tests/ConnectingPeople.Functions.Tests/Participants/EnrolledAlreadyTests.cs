using System.Net;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>Nobody is enrolled twice, however their number is written and whoever is quickest.</summary>
public sealed class EnrolledAlreadyTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Theory]
    [InlineData("{0}")]
    [InlineData("0{1}")]
    [InlineData("0044 {1}")]
    [InlineData("+44 (0){1}")]
    [InlineData(" 0{1} ")]
    public async Task The_same_number_again_is_a_conflict_however_it_is_written(string written)
    {
        string phone = SharedApps.NewPhone();
        await app.EnrolAsync(phone);
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer again = await EnrolAsync(string.Format(null, written, phone, phone["+44".Length..]), "Ben");

        Assert.True(again.Status == HttpStatusCode.Conflict, again.Text);
        Assert.Contains("phone", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amira", again.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task The_same_email_again_is_a_conflict_whatever_its_case()
    {
        Dictionary<string, object?> form = People.Form(SharedApps.NewPhone());
        form["email"] = "Amira@Example.org";
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("administrator", "/api/participants", form)).Status);
        IReadOnlyList<string> before = await app.RowsAsync();

        form["phone"] = SharedApps.NewPhone();
        form["email"] = " amira@example.ORG ";
        Answer again = await app.PostAsync("administrator", "/api/participants", form);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("email", again.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task Of_many_at_the_same_moment_one_enrols_the_person()
    {
        string phone = SharedApps.NewPhone();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => EnrolAsync(phone, "Amira Khan")));

        Answer made = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.Contains(answer.Status, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.Conflict]));
        string id = made.Json.GetProperty("id").GetString()!;
        Assert.Equal($"/api/participants/{id}", made.Location);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("administrator", made.Location!)).Status);
        await app.GoToCheckInAsync();
        Assert.Single(app.Phones.Received(phone));
    }

    [Fact]
    public async Task A_reservation_whose_participant_never_came_to_be_is_taken_over()
    {
        string phone = SharedApps.NewPhone();
        await ReserveAsync(phone);

        Answer enrolled = await EnrolAsync(phone, "Ben Okri");

        Assert.Equal(HttpStatusCode.Created, enrolled.Status);
        await app.GoToCheckInAsync();
        Assert.StartsWith("Hi Ben", Assert.Single(app.Phones.Received(phone)), StringComparison.Ordinal);
        Assert.Contains("Thank you, Ben", (await app.TextAsync(phone, "done, 3, yes, no, 4, skip")).Said() + (await app.TextAsync(phone, "skip")).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whose_enrolment_never_ended_is_answered_like_an_unknown_number()
    {
        string phone = SharedApps.NewPhone();
        await ReserveAsync(phone);

        Assert.Contains("999", (await app.TextAsync(phone, "I want to end my life")).Said(), StringComparison.Ordinal);

        Answer enrolled = await EnrolAsync(phone, "Ben Okri");
        Assert.Equal(HttpStatusCode.Created, enrolled.Status);
    }

    private async Task ReserveAsync(string phone)
    {
        ParticipantId id = ParticipantId.From((uint)phone.GetHashCode(StringComparison.Ordinal) & 0x1FFFFFF);
        Assert.Null(await app.Services.GetRequiredService<ContactStore>().ReserveAsync(phone, id, "Amira Khan", TestContext.Current.CancellationToken));
    }

    private Task<Answer> EnrolAsync(string phone, string name) => app.PostAsync("administrator", "/api/participants", People.Form(phone, name));
}
