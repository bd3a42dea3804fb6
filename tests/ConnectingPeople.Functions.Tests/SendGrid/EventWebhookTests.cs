using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.SendGrid;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.SendGrid;

/// <summary>Events are taken when SendGrid's own library would accept their signature and they are of late, and not otherwise.</summary>
public sealed class EventWebhookTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Later = "2026-01-04T10:00:00Z";

    private readonly App app = shared.App;

    private string Now => app.Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task It_agrees_with_sendgrids_own_check()
    {
        string now = Now;
        string body = JsonSerializer.Serialize(new[] { SendGridPosts.Event("bounce", Later, "nobody@example.org") });
        string odd = "[{\"event\":\"open\",\"x\":\"Zoë 🎉 \\u00e9 <&>\"}]\r\n";
        string right = EventSignature.Of(body, now, SendGridPosts.Key);
        (string Body, string Timestamp, string Signature)[] posts =
        [
            (body, now, right),
            (body, now, EventSignature.Of(body, now, SendGridPosts.Key)),
            (odd, now, EventSignature.Of(odd, now, SendGridPosts.Key)),
            ("[]", now, EventSignature.Of("[]", now, SendGridPosts.Key)),
            (body.Replace("bounce", "bouncd", StringComparison.Ordinal), now, right),
            (body + " ", now, right),
            (body[..^1], now, right),
            ("[]", now, right),
            (body, (long.Parse(now, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture), right),
            (body, now, Flipped(right, 8)),
            (body, now, Flipped(right, 50)),
            (body, now, ""),
            (body, now, "nonsense"),
            (body, now, "MAYCAQACAQA="),
            (body, now, "MAYCAQECAQE="),
            (body, now, new string('A', 4000)),
            (body, now, right[..^8]),
            (body, now, EventSignature.Of(body, now, AnotherKey())),
        ];
        JsonElement verdicts = await Judge.AskAsync("sendgrid-signature.js", new
        {
            publicKey = EventSignature.PublicKeyOf(SendGridPosts.Key),
            requests = posts.Select(post => new { body = post.Body, signature = post.Signature, timestamp = post.Timestamp }),
        });

        for (int i = 0; i < posts.Length; i++)
        {
            Answer answer = await app.PostEventsAsync(Encoding.UTF8.GetBytes(posts[i].Body), posts[i].Timestamp, posts[i].Signature);

            Assert.True(i < 4 == verdicts[i].GetBoolean(), $"{i}: the judge says {verdicts[i]}");
            Assert.True(answer.Status == (i < 4 ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden), $"{i}: {answer.Status} {answer.Text}");
        }
    }

    /// <summary>The example that SendGrid publishes with its libraries.</summary>
    [Fact]
    public async Task What_sendgrid_itself_once_signed_is_taken_in_its_time()
    {
        const string Key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";
        const string Signature = "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";
        const string Body = """[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]""" + "\r\n";
        await using App then = await App.StartAsync(now: "2020-09-14T19:45:00Z", settings: $"--SendGrid__EventPublicKey={Key}");

        Answer answer = await then.PostEventsAsync(Encoding.UTF8.GetBytes(Body), "1600112502", Signature);
        Answer now = await app.PostEventsAsync(Encoding.UTF8.GetBytes(Body), "1600112502", Signature);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Forbidden), (answer.Status, now.Status));
    }

    [Theory]
    [InlineData(-590, HttpStatusCode.NoContent)]
    [InlineData(590, HttpStatusCode.NoContent)]
    [InlineData(-660, HttpStatusCode.Forbidden)]
    [InlineData(660, HttpStatusCode.Forbidden)]
    [InlineData(-31_536_000, HttpStatusCode.Forbidden)]
    public async Task A_post_is_of_the_last_ten_minutes(int seconds, HttpStatusCode expected)
    {
        string timestamp = (app.Now().ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);

        Answer answer = await app.PostEventsAsync("[]"u8.ToArray(), timestamp, EventSignature.Of("[]", timestamp, SendGridPosts.Key));

        Assert.Equal(expected, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    public async Task A_timestamp_that_is_none_is_refused(string? timestamp)
    {
        Answer answer = await app.PostEventsAsync("[]"u8.ToArray(), timestamp, EventSignature.Of("[]", timestamp ?? "", SendGridPosts.Key));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task What_is_unsigned_or_forged_leaves_nothing()
    {
        string staff = await app.AddColleagueAsync();
        IReadOnlyList<string> before = await app.RowsAsync();
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new[] { SendGridPosts.Event("bounce", Later, staff) });

        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostEventsAsync(body, Now, null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostEventsAsync(body, null, null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostEventsAsync(body, Now, EventSignature.Of(Encoding.UTF8.GetString(body), Now, AnotherKey()))).Status);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[{]")]
    public async Task What_is_no_list_of_events_is_a_bad_request(string body)
    {
        Answer answer = await app.PostEventsAsync(body);

        Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{answer.Status} {answer.Text}");
    }

    [Theory]
    [InlineData("[5]")]
    [InlineData("[null]")]
    [InlineData("""[{"email":"a@example.org"}]""")]
    [InlineData("""[{"event":"bounce"}]""")]
    [InlineData("""[{"event":"bounce","email":"a@example.org","sg_event_id":"x","timestamp":"later"}]""")]
    [InlineData("""[{"event":"bounce","email":"a@example.org","sg_event_id":"x","timestamp":-1}]""")]
    [InlineData("""[{"event":"bounce","email":"a@example.org","sg_event_id":"x","timestamp":1e300}]""")]
    [InlineData("""[{"event":"bounce","email":"a@example.org","sg_event_id":"x","timestamp":9000000000000}]""")]
    [InlineData("""[{"event":"bounce","email":"\ud83d","sg_event_id":"x","timestamp":1}]""")]
    public async Task An_item_that_is_no_event_costs_the_others_nothing(string bad)
    {
        string staff = await app.AddColleagueAsync();
        string good = JsonSerializer.Serialize(SendGridPosts.Event("bounce", Later, staff));

        Answer answer = await app.PostEventsAsync($"{bad[..^1]},{good}]");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.True(await app.EmailFailsAsync(staff));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_nothing_sendgrid_signed()
    {
        Answer answer = await app.PostEventsAsync([(byte)'[', 0xFF, (byte)']'], Now, EventSignature.Of("[\uFFFD]", Now, SendGridPosts.Key));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_is_not_sent_as_json_is_a_bad_request(string type) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostEventsAsync("[]", type)).Status);

    [Fact]
    public async Task What_is_sent_as_json_in_utf8_is_taken() =>
        Assert.Equal(HttpStatusCode.NoContent, (await app.PostEventsAsync("[]", "application/json; charset=utf-8")).Status);

    [Fact]
    public async Task A_thousand_events_are_taken_and_one_more_is_too_many()
    {
        string staff = await app.AddColleagueAsync();
        object[] thousand = [.. Enumerable.Range(0, 1000).Select(i => SendGridPosts.Event("delivered", Later, i % 10 == 0 ? staff : $"nobody{i}@example.org"))];
        object[] ofOne = [.. Enumerable.Repeat(SendGridPosts.Event("bounce", Later, staff), 1000)];

        Answer tooMany = await app.PostEventsAsync([.. ofOne, ofOne[0]]);
        bool failsAfterTooMany = await app.EmailFailsAsync(staff);
        Answer taken = await app.PostEventsAsync(thousand);
        Answer takenOfOne = await app.PostEventsAsync(ofOne);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, false), (tooMany.Status, failsAfterTooMany));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (taken.Status, takenOfOne.Status));
        Assert.True(await app.EmailFailsAsync(staff));
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_too_large_whoever_signed_it()
    {
        string body = $"[{new string(' ', 1024 * 1024)}]";

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostEventsAsync(body)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostEventsAsync(Encoding.UTF8.GetBytes(body), Now, "nonsense")).Status);
    }

    [Fact]
    public async Task While_storage_is_away_nothing_is_said_to_be_taken()
    {
        await using StorageRelays storage = await StorageRelays.MakeAsync();
        storage.Open();
        await using App fragile = await App.StartAsync(storage: storage.Account);
        await Deadline.UntilAsync(async () => (await fragile.GetAsync(null, "/health/ready")).Status == HttpStatusCode.OK);
        await fragile.AddStaffAsync();

        await storage.CloseAsync();
        Answer away = await fragile.PostEventsAsync(SendGridPosts.Event("bounce", Later));
        storage.Open();
        await Deadline.UntilAsync(async () => (await fragile.GetAsync(null, "/health/ready")).Status == HttpStatusCode.OK);
        bool failsMeanwhile = await fragile.EmailFailsAsync(People.Practitioner);
        Answer back = await fragile.PostEventsAsync(SendGridPosts.Event("bounce", Later));

        Assert.True(away.Status >= HttpStatusCode.InternalServerError, $"{away.Status}");
        Assert.False(failsMeanwhile);
        Assert.Equal(HttpStatusCode.NoContent, back.Status);
        Assert.True(await fragile.EmailFailsAsync(People.Practitioner));
    }

    private static string AnotherKey()
    {
        using System.Security.Cryptography.ECDsa key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    private static string Flipped(string signature, int place)
    {
        byte[] bytes = Convert.FromBase64String(signature);
        bytes[place] ^= 1;
        return Convert.ToBase64String(bytes);
    }
}
