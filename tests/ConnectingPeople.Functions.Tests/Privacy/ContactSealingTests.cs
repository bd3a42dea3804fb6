using System.Net;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Alerts;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>The contact store at rest: who has the account hasn't the names, and who loses a key loses no person.</summary>
public sealed class ContactSealingTests
{
    private static readonly string Key1 = $"--Privacy__ContactKeys__0=2026-01:{Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)])}";

    private static readonly string Key2 = $"--Privacy__ContactKeys__0=2027-01:{Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)])}";

    [Fact]
    public async Task No_name_number_address_or_strangers_words_stand_in_the_store_as_they_are()
    {
        await using App app = await App.StartAsync();
        await app.EnrolZebedeeAsync();

        List<TableEntity> rows = await RowsAsync(app);

        Needles needles = new(Zebedee.Phone, "7700900777", Zebedee.Email, "Zebed", "Quillfeather", "Tobermory");
        Assert.Empty(rows.SelectMany(row => needles.In(string.Join('\n', row))));
        Assert.Equal(5, rows.Count);
        Assert.All(
            rows.SelectMany(row => row.Where(cell => ConnectingPeople.Functions.Privacy.ContactCells.Columns.Contains(cell.Key))),
            cell => Assert.StartsWith("aes256gcm.local-development-only.", (string)cell.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cell_that_somebody_moved_to_another_row_is_not_taken_for_that_persons()
    {
        await using App app = await App.StartAsync();
        string amira = await app.EnrolAsync();
        string ben = await app.EnrolAsync("+447700900124", "Ben Okri");
        TableEntity bens = await app.Storage.Contacts.GetEntityAsync<TableEntity>(ben, "contact");
        await app.Storage.Contacts.UpdateEntityAsync(new TableEntity(amira, "contact") { ["Phone"] = bens.GetString("Phone") }, ETag.All, TableUpdateMode.Merge);

        await app.GoToAsync("2026-01-08T11:00:00Z");

        Assert.Single(app.Phones.Received("+447700900124"));
        Assert.Contains("Ben", app.Phones.Received("+447700900124")[0], StringComparison.Ordinal);
        Assert.Empty(app.Phones.Received(People.Amira));
        Assert.Contains("Name can&#x27;t be read now", (await app.BrowseAsync("administrator", $"/participants/{amira}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_enrolled_before_there_were_keys_is_written_to_all_the_same()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        TableEntity reservation = (await RowsAsync(app)).Single(row => row.ContainsKey("FirstName"));
        await app.Storage.Contacts.UpdateEntityAsync(
            new TableEntity(id, "contact") { ["Name"] = "Amira Khan", ["Phone"] = People.Amira }, ETag.All, TableUpdateMode.Merge);
        await app.Storage.Contacts.UpdateEntityAsync(
            new TableEntity(reservation.PartitionKey, "contact") { ["FirstName"] = "Amira" }, ETag.All, TableUpdateMode.Merge);

        await app.GoToAsync("2026-01-08T11:00:00Z");

        Assert.StartsWith("Hi Amira", Assert.Single(app.Phones.Received(People.Amira)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await app.PostAsync("administrator", "/api/participants", People.Form())).Status);
    }

    [Fact]
    public async Task While_a_key_is_missing_messages_wait_replies_are_taken_others_go_on_and_the_log_names_the_key()
    {
        string account = await Azurite.NewAccountAsync();
        string id;
        await using (App before = await App.StartAsync(storage: account, settings: [Key1]))
        {
            await Deadline.UntilAsync(async () => (await before.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
            id = await before.EnrolAsync();
        }

        KeptLogs logs = new();
        await using App app = await App.StartAsync(builder => builder.Logging.AddProvider(logs), storage: account, settings: [Key2]);
        string ben = await app.EnrolAsync("+447700900124", "Ben Okri");
        await app.GoToAsync("2026-01-08T11:00:00Z");

        Assert.Single(app.Phones.Received("+447700900124"));
        Assert.Empty(app.Phones.Received(People.Amira));
        Assert.Equal(["waiting"], await app.StatusesAsync(id));
        Assert.StartsWith("How many", (await app.TextAsync(People.Amira, "3")).Said(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.BrowseAsync(Team.AsPat, "/caseload")).Status);
        Assert.Contains("Ben Okri", (await app.BrowseAsync(Team.AsPat, $"/participants/{ben}")).Text, StringComparison.Ordinal);
        Answer record = await app.GetAsync("administrator", $"/api/participants/{id}/record");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, record.Status);
        Assert.Contains("The contact key 2026-01 isn't among Privacy__ContactKeys", record.Text, StringComparison.Ordinal);
        Assert.Contains(logs.Of(LogLevel.Critical), line => line.Contains(id, StringComparison.Ordinal) && line.Contains("2026-01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waited_for_a_key_goes_when_it_is_back()
    {
        string account = await Azurite.NewAccountAsync();
        await using (App before = await App.StartAsync(storage: account, settings: [Key1]))
        {
            await Deadline.UntilAsync(async () => (await before.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
            await before.EnrolAsync();
        }

        await using (App without = await App.StartAsync(storage: account, settings: [Key2]))
        {
            await without.GoToAsync("2026-01-08T11:00:00Z");
            Assert.Empty(without.Phones.Received(People.Amira));
        }

        await using App app = await App.StartAsync(
            "2026-01-08T11:01:00Z", account, settings: [Key2, Key1.Replace("Keys__0", "Keys__1", StringComparison.Ordinal)]);
        await app.AdvanceAsync("PT30M", "PT1M");

        Assert.StartsWith("Hi Amira", Assert.Single(app.Phones.Received(People.Amira)), StringComparison.Ordinal);
    }

    private static async Task<List<TableEntity>> RowsAsync(App app) => await app.Storage.Contacts.QueryAsync<TableEntity>().ToListAsync();
}
