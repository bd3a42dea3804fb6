using System.Net;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>Keys are changed while the study goes on: nobody is lost, nobody is enrolled twice, and the store is sealed and hashed anew.</summary>
public sealed class KeyRotationTests
{
    private const string ReEncrypt = "/api/contacts/re-encrypt";

    private static readonly string[] Old = [Contact(0, 1), Lookup("Privacy__LookupKey", 3)];

    private static readonly string[] New = [Contact(0, 2), Contact(1, 1), Lookup("Privacy__LookupKey", 4), Lookup("Privacy__FormerLookupKeys__0", 3)];

    /// <summary>Nothing of the old keys is left.</summary>
    private static readonly string[] NewAlone = [Contact(0, 2), Lookup("Privacy__LookupKey", 4)];

    [Fact]
    public async Task A_number_is_found_by_its_old_hash_and_cannot_be_enrolled_again()
    {
        string account = await EnrolledAsync();
        await using App app = await App.StartAsync(storage: account, settings: New);

        Assert.Equal(HttpStatusCode.Conflict, (await app.PostAsync("administrator", "/api/participants", People.Form())).Status);
        await app.GoToAsync("2026-01-08T11:00:00Z");
        Assert.StartsWith("Hi Amira", Assert.Single(app.Phones.Received(People.Amira)), StringComparison.Ordinal);
        Assert.StartsWith("How many", (await app.TextAsync(People.Amira, "3")).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewed_the_store_needs_the_old_keys_no_more()
    {
        string account = await EnrolledAsync(strangers: 2);
        await using (App app = await App.StartAsync(storage: account, settings: New))
        {
            Answer first = await app.PostAsync("administrator", ReEncrypt);
            Answer again = await app.PostAsync("administrator", ReEncrypt);

            Assert.Equal("6, 6, 1, 0, ", Counts(first));
            Assert.Equal("6, 0, 0, 0, ", Counts(again));
        }

        await using App later = await App.StartAsync(storage: account, settings: NewAlone);
        await later.GoToAsync("2026-01-08T11:00:00Z");
        Assert.StartsWith("Hi Amira", Assert.Single(later.Phones.Received(People.Amira)), StringComparison.Ordinal);
        Assert.StartsWith("How many", (await later.TextAsync(People.Amira, "3")).Said(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await later.PostAsync("administrator", "/api/participants", People.Form())).Status);
        Assert.Equal([200], (await OpenedAsync(later)).Distinct());
    }

    [Fact]
    public async Task A_store_of_many_parts_is_renewed_part_by_part_and_each_row_once()
    {
        await using App app = await App.StartAsync();
        for (int n = 0; n < ContactRenewal.PartSize + 30; n += 100)
        {
            await Task.WhenAll(Enumerable.Range(n, 100).Select(i => app.Storage.Contacts.AddEntityAsync(new TableEntity($"{i:x4}", "contact") { ["Participant"] = "CP-000000", ["FirstName"] = "Amira" })));
        }

        int rows = 0;
        int parts = 0;
        for (string? next = ReEncrypt; next is not null; parts++)
        {
            Answer part = await app.PostAsync("administrator", next);
            rows += part.Json.GetProperty("reEncrypted").GetInt32();
            next = part.Json.GetProperty("next").GetString();
        }

        Assert.Equal((600, 2), (rows, parts));
        Assert.All(await app.Storage.Contacts.QueryAsync<TableEntity>().ToListAsync(), row => Assert.StartsWith("aes256gcm.", row.GetString("FirstName"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_renewal_that_is_cut_short_anywhere_loses_nobody_and_is_finished_by_the_next(bool after)
    {
        string account = await EnrolledAsync();
        StorageObserver storage = new();
        await using App app = await App.StartAsync(storage: account, observer: storage, settings: New);
        await Deadline.UntilAsync(async () => (await app.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        int crash = 0;
        bool crashed = true;
        for (; crashed && crash < 30; crash++)
        {
            storage.Reset(crash, after);
            await app.PostAsync("administrator", ReEncrypt);
            crashed = storage.Crashed;
            storage.Reset();

            Assert.Equal(HttpStatusCode.Conflict, (await app.PostAsync("administrator", "/api/participants", People.Form())).Status);
        }

        Assert.InRange(crash, 2, 29);
        Assert.Equal("2, 0, 0, 0, ", Counts(await app.PostAsync("administrator", ReEncrypt)));
    }

    [Fact]
    public async Task People_may_be_enrolled_and_erased_while_the_store_is_renewed()
    {
        string account = await EnrolledAsync();
        StorageObserver storage = new();
        await using App app = await App.StartAsync(storage: account, observer: storage, settings: New);
        await Deadline.UntilAsync(async () => (await app.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        string id = (await app.GetAsync("administrator", "/api/participants")).Json.GetProperty("items")[0].GetProperty("id").GetString()!;
        int meanwhile = 0;
        storage.Before = async message =>
        {
            if (message.Request.Method == Azure.Core.RequestMethod.Post && message.Request.Uri.ToString().Contains("contacts", StringComparison.Ordinal) && Interlocked.Increment(ref meanwhile) == 1)
            {
                Assert.Equal(HttpStatusCode.OK, (await app.EraseAsync(id)).Status);
                await app.EnrolAsync("+447700900124", "Ben Okri");
            }
        };

        Answer renewed = await app.PostAsync("administrator", ReEncrypt);
        storage.Before = _ => Task.CompletedTask;

        Assert.Equal((HttpStatusCode.OK, true), (renewed.Status, meanwhile > 0));
        Assert.Empty(await WholeStorage.FindAsync(app, new Needles("Amira", People.Amira)));
        await app.GoToAsync("2026-01-08T11:00:00Z");
        Assert.StartsWith("Hi Ben", Assert.Single(app.Phones.Received("+447700900124")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_key_has_gone_is_counted_and_keeps_no_other_back()
    {
        string account = await EnrolledAsync();
        await using App app = await App.StartAsync(storage: account, settings: [Contact(0, 2), Lookup("Privacy__LookupKey", 3)]);
        await app.Storage.Contacts.AddEntityAsync(new TableEntity("ffff", "contact") { ["Participant"] = "CP-000000", ["FirstName"] = "Ben" });

        Assert.Equal("3, 1, 0, 2, ", Counts(await app.PostAsync("administrator", ReEncrypt)));
    }

    [Theory]
    [InlineData("?after=nowhere")]
    public async Task A_place_that_is_none_is_refused(string query)
    {
        await using App app = await App.StartAsync();

        Answer answer = await app.PostAsync("administrator", ReEncrypt + query);

        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync("administrator", $"{ReEncrypt}?after=a/{new string('x', 300)}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Use what next said", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_link_key_every_old_link_ends_in_a_page_that_says_where_to_turn()
    {
        string account = await Azurite.NewAccountAsync();
        string[] links;
        await using (App before = await App.StartAsync(storage: account))
        {
            await Deadline.UntilAsync(async () => (await before.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
            string id = await before.EnrolZebedeeAsync();
            string form = await before.LiveAsync(id);
            Assert.True(ConnectingPeople.Domain.Participants.ParticipantId.TryParse(id, out var whose));
            links =
            [
                form,
                new Uri(before.Services.GetRequiredService<ConnectingPeople.Functions.Messaging.UnsubscribeLinks>().Make(whose)).AbsolutePath,
                new Uri(System.Text.RegularExpressions.Regex.Match(before.Phones.Inboxes.At(People.Practitioner)[0].Text, "http\\S+/alerts/link/\\S+").Value).AbsolutePath,
            ];
            foreach (string link in links)
            {
                Assert.Equal(HttpStatusCode.OK, (await before.BrowseAsync(null, link)).Status);
            }
        }

        await using App app = await App.StartAsync("2026-01-15T11:00:00Z", account, settings: [Lookup("Privacy__LinkKey", 9)]);
        string[] help = ["worker", "tell your worker", "Sign in as yourself"];
        foreach ((string link, string whereToTurn) in links.Zip(help))
        {
            PageAnswer dead = await app.BrowseAsync(null, link);
            Assert.Equal(HttpStatusCode.NotFound, dead.Status);
            Assert.Contains(whereToTurn, dead.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>An account in which Amira was enrolled under the old keys, and strangers wrote.</summary>
    private static async Task<string> EnrolledAsync(int strangers = 0)
    {
        string account = await Azurite.NewAccountAsync();
        await using App app = await App.StartAsync(storage: account, settings: Old);
        await Deadline.UntilAsync(async () => (await app.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        await app.EnrolAsync();
        for (int i = 0; i < strangers; i++)
        {
            await app.TextAsync($"+44770090050{i}", "Who are you?");
        }

        return account;
    }

    /// <summary>Whether each row of the store opens, as an HTTP status would say it.</summary>
    private static async Task<IEnumerable<int>> OpenedAsync(App app)
    {
        ContactCells cells = app.Services.GetRequiredService<ContactCells>();
        List<TableEntity> rows = await app.Storage.Contacts.QueryAsync<TableEntity>().ToListAsync();
        return rows.Select(row => ContactCells.Columns.Select(column => cells.Read(row, column)).Any(text => text is not null) ? 200 : 404);
    }

    private static string Counts(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return string.Join(", ", ((string[])["rows", "reEncrypted", "reHashed", "unreadable", "next"]).Select(what => answer.Json.GetProperty(what).ToString()));
    }

    private static string Contact(int place, byte key) => $"--Privacy__ContactKeys__{place}=k{key}:{Bytes(key)}";

    private static string Lookup(string setting, byte key) => $"--{setting}={Bytes(key)}";

    private static string Bytes(byte key) => Convert.ToBase64String([.. Enumerable.Repeat(key, 32)]);
}
