using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>Two enrol the same number, one while the other is at it: one wins, and nothing of theirs becomes the other's.</summary>
public sealed class EnrolmentRaceTests
{
    private const string Sol = "sol@example.org";

    private readonly StorageObserver storage = new();

    [Fact]
    public async Task Who_was_enrolled_since_a_row_was_checked_keeps_their_name_and_number_and_the_row_writes_nothing()
    {
        await using App app = await StartAsync();
        Enrolments enrolments = app.Services.GetRequiredService<Enrolments>();
        Principal ada = new("ada@example.org", new HashSet<Role> { Role.Administrator });
        EnrolmentForm row = new()
        {
            Name = "Brenda Wrong",
            Phone = "07700 900123",
            Email = "brenda@example.org",
            Channel = "sms",
            AgencyId = "north",
            PractitionerEmail = People.Practitioner,
            ClientGroup = "mental-health",
            ConsentGivenOn = "2026-01-02",
            ConsentVersion = "1",
        };
        Enrolment read = (await enrolments.CheckAsync(row, [], ada, TestContext.Current.CancellationToken)).Enrolment!;
        await app.EnrolAsync();
        IReadOnlyList<string> before = await app.RowsAsync();

        Assert.Null(await enrolments.EnrolAsync(read, TestContext.Current.CancellationToken));

        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task Whoever_enrols_at_whatever_moment_of_another_enrolment_the_winner_keeps_name_number_email_agency_and_caseload()
    {
        await using App app = await StartAsync();
        int moment = 0;
        for (bool came = true; came; moment++)
        {
            string phone = SharedApps.NewPhone();
            Answer? second = null;
            Before(moment, async () => second = await app.PostAsync("administrator", "/api/participants", Brendas(phone, moment)));
            Answer first = await app.PostAsync("administrator", "/api/participants", Amiras(phone, moment));
            storage.Before = _ => Task.CompletedTask;
            came = second is not null;
            second ??= await app.PostAsync("administrator", "/api/participants", Brendas(phone, moment));

            Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], new[] { first.Status, second.Status }.Order());
            bool isAmira = first.Status == HttpStatusCode.Created;
            await (isAmira
                ? AssertIsAsync(app, first, "Amira Khan", phone, Mail("amira", moment), "north")
                : AssertIsAsync(app, second, "Brenda Wrong", phone, Mail("brenda", moment), "south"));
            Answer free = await app.PostAsync("administrator", "/api/participants", People.EmailForm(Mail(isAmira ? "brenda" : "amira", moment), "Ben Okri"));
            Assert.True(free.Status == HttpStatusCode.Created, $"moment {moment}, the other's address: {free.Text}");
        }

        Assert.InRange(moment, 10, 40);
    }

    [Fact]
    public async Task What_an_enrolment_left_that_died_at_whatever_moment_goes_with_the_next_and_is_nobody_to_an_export()
    {
        await using App app = await StartAsync();
        int moment = 0;
        for (bool died = true; died; moment++)
        {
            string phone = SharedApps.NewPhone();
            storage.Reset(moment);
            await app.PostAsync("administrator", "/api/participants", Brendas(phone, moment));
            died = storage.Crashed;
            storage.Reset();

            Answer next = await app.PostAsync("administrator", "/api/participants", Amiras(phone, moment));
            Answer other = await app.PostAsync("administrator", "/api/participants", People.EmailForm(Mail("brenda", moment), "Ben Okri"));

            HttpStatusCode expected = died ? HttpStatusCode.Created : HttpStatusCode.Conflict;
            Assert.True((expected, expected) == (next.Status, other.Status), $"moment {moment}: {next.Text} {other.Text}");
        }

        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string[] people = await app.Storage.Participants.QueryAsync<TableEntity>(row => row.RowKey == ParticipantRows.State)
            .Select(row => row.PartitionKey).ToArrayAsync(cancellation);
        string[] named = await app.Storage.Contacts.QueryAsync<TableEntity>()
            .Select(row => row.PartitionKey).Where(key => key.StartsWith(ParticipantId.Prefix, StringComparison.Ordinal)).ToArrayAsync(cancellation);
        string[] listed = await app.Services.GetRequiredService<AgencyStore>().MembersAsync(null, null, null, cancellation)
            .Select(member => member.Id.Text).ToArrayAsync(cancellation);
        string[] read = await Enumerable.Range(0, ParticipantScan.Ranges).ToAsyncEnumerable()
            .SelectMany(range => app.Services.GetRequiredService<ParticipantScan>().PeopleAsync(range, cancellation))
            .Select(rows => rows[0].PartitionKey).ToArrayAsync(cancellation);
        Assert.Equal(people, named);
        Assert.Equal(people, listed.Order(StringComparer.Ordinal));
        Assert.Equal(people, read);
    }

    [Fact]
    public async Task An_enrolment_whose_answer_from_storage_got_lost_is_one_all_the_same()
    {
        await using App app = await StartAsync();
        int lost = 0;
        storage.After = message => IsBatch(message) && Interlocked.Increment(ref lost) == 1 ? throw new IOException("The answer got lost.") : Task.CompletedTask;

        string id = await app.EnrolAsync();

        Assert.Equal(2, lost);
        await app.GoToAsync("2026-01-08T11:00:00Z");
        Assert.Single(app.Phones.Received(People.Amira));
        Assert.Equal("Amira Khan", (await PersonAsync(app, id)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_import_names_the_row_whose_person_was_enrolled_meanwhile_and_says_that_the_others_are()
    {
        await using App app = await StartAsync();
        (string amira, string ben, string cem) = (SharedApps.NewPhone(), SharedApps.NewPhone(), SharedApps.NewPhone());
        string file = $"name,phone,channel,agencyId,practitionerEmail,clientGroup,consentGivenOn,consentVersion\n{Row("Amira Khan", amira)}{Row("Ben Wrong", ben)}{Row("Cem Kaya", cem)}";
        Answer? bens = null;
        storage.Before = async message =>
        {
            if (IsBatch(message))
            {
                storage.Before = _ => Task.CompletedTask;
                bens = await app.PostAsync("administrator", "/api/participants", People.Form(ben, "Ben Okri"));
            }
        };

        Answer answer = await app.PostAsync("administrator", "/api/participants/import", file);

        Assert.Equal(HttpStatusCode.Created, bens!.Status);
        Assert.True(answer.Status == HttpStatusCode.Conflict, answer.Text);
        JsonElement error = Assert.Single(answer.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal("row 3", error.GetProperty("field").GetString());
        Assert.Contains("Not enrolled: row 3", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("All other rows are enrolled", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        string?[] enrolled = [.. answer.Json.GetProperty("enrolled").EnumerateArray().Select(id => id.GetString())];
        Assert.Equal(["Amira Khan", "Cem Kaya"], await Task.WhenAll(enrolled.Select(async id => (await PersonAsync(app, id!)).GetProperty("name").GetString()!)));
        Assert.Equal("Ben Okri", (await PersonAsync(app, bens.Json.GetProperty("id").GetString()!)).GetProperty("name").GetString());
    }

    private static async Task AssertIsAsync(App app, Answer won, string name, string phone, string email, string agency)
    {
        ContactStore contacts = app.Services.GetRequiredService<ContactStore>();
        Assert.True(ParticipantId.TryParse(won.Json.GetProperty("id").GetString(), out ParticipantId id));
        Assert.Equal(new Contact(name, phone, email), await contacts.GetAsync(id, TestContext.Current.CancellationToken));
        Assert.Equal(new Caller(id, name.Split(' ')[0]), await contacts.FindAsync(phone, TestContext.Current.CancellationToken));
        Assert.Equal(agency, (await PersonAsync(app, id.Text)).GetProperty("agencyId").GetString());
        foreach ((string practitioner, string of) in (IEnumerable<(string, string)>)[(People.Practitioner, "north"), (Sol, "south")])
        {
            JsonElement listed = (await app.GetAsync($"practitioner:{practitioner}", "/api/participants")).Json.GetProperty("items");
            Assert.Equal(of == agency, listed.EnumerateArray().Any(person => person.GetProperty("id").GetString() == id.Text));
        }

        IReadOnlyList<Member> members = await app.Services.GetRequiredService<AgencyStore>()
            .MembersAsync(null, null, null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(members, member => Assert.Contains(member, members.DistinctBy(one => one.Id)));
    }

    private static string Row(string name, string phone) => $"{name},{phone},sms,north,{People.Practitioner},mental-health,2026-01-02,1\n";

    private static string Mail(string name, int moment) => $"{name}{moment}@example.org";

    private static Dictionary<string, object?> Amiras(string phone, int moment) => new(People.Form(phone)) { ["email"] = Mail("amira", moment) };

    private static Dictionary<string, object?> Brendas(string phone, int moment) => new(People.Form(phone, "Brenda Wrong"))
    {
        ["email"] = Mail("brenda", moment),
        ["agencyId"] = "south",
        ["practitionerEmail"] = Sol,
    };

    private static async Task<JsonElement> PersonAsync(App app, string id) =>
        (await app.GetAsync("administrator", $"/api/participants/{id}")).Json.GetProperty("participant");

    private static bool IsBatch(HttpMessage message) => message.Request.Uri.Path.Contains("$batch", StringComparison.Ordinal);

    private static bool IsTable(HttpMessage message) => !message.Request.Uri.Path.Contains("/messages", StringComparison.Ordinal);

    private async Task<App> StartAsync()
    {
        App app = await App.StartAsync(observer: storage);
        await app.AddStaffAsync();
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "nhs" });
        await app.PutAsync("administrator", $"/api/staff/{Sol}", new { name = "Sol", agencyId = "south", role = "practitioner" });
        return app;
    }

    /// <summary>Does something before the nth call to tables from now on, and lets the calls of that pass.</summary>
    private void Before(int nth, Func<Task> then)
    {
        int calls = 0;
        storage.Before = async message =>
        {
            if (IsTable(message) && Interlocked.Increment(ref calls) == nth + 1)
            {
                storage.Before = _ => Task.CompletedTask;
                await then();
            }
        };
    }
}
