using System.Net;
using System.Text;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Twilio;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.Replies;

/// <summary>A webhook is taken when Twilio's own library would have signed it, and not otherwise.</summary>
public sealed class SignatureTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Status = "/webhooks/twilio/status?participant=CP-000000&message=weekly-2026-01-08.ask.1";

    private readonly App app = shared.App;

    [Fact]
    public async Task What_twilio_itself_signed_is_taken()
    {
        (string Path, Dictionary<string, string> Form)[] posts =
        [
            (TwilioPosts.Messages, TwilioPosts.Text(SharedApps.NewPhone(), "hello")),
            (TwilioPosts.Messages, TwilioPosts.Text(SharedApps.NewPhone(), "")),
            (TwilioPosts.Messages, TwilioPosts.Text(SharedApps.NewPhone(), "Zoë & Šárka + 100% = \"done\"?\r\nيوم جيد 🎉 a;b\\c/é")),
            (TwilioPosts.Messages, new(TwilioPosts.Text(SharedApps.NewPhone(), "hello")) { ["ZCity"] = "", ["aLower"] = "a", ["MediaUrl0"] = "https://x.example/?a=b&c=%20" }),
            (Status, new() { ["MessageSid"] = TwilioPosts.NewSid(), ["MessageStatus"] = "delivered" }),
            ("/webhooks/twilio/status?participant=CP-000000&message=a%20b%C3%A9", new() { ["MessageStatus"] = "sent" }),
        ];
        JsonElement signatures = await Judge.AskAsync("twilio-sign.js", new
        {
            authToken = TwilioPosts.Token,
            requests = posts.Select(post => new { url = new Uri(app.Http.BaseAddress!, post.Path).AbsoluteUri, form = post.Form }),
        });

        for (int i = 0; i < posts.Length; i++)
        {
            string signature = signatures[i].GetString()!;
            (string path, Dictionary<string, string> form) = posts[i];
            Answer answer = await app.PostSignedAsync(path, form, signature);
            Answer behindAProxy = await app.PostSignedAsync(path, form, signature, host: "10.0.0.4:8080");

            Assert.True((int)answer.Status is 200 or 204, $"{i}: {answer.Status} {answer.Text}");
            Assert.Equal(answer.Status, behindAProxy.Status);
        }
    }

    [Fact]
    public async Task The_public_address_is_what_counts_behind_a_proxy()
    {
        await using App behind = await App.StartAsync(settings: "--Site__PublicUrl=https://study.example.org/");
        Dictionary<string, string> form = TwilioPosts.Text(SharedApps.NewPhone(), "hello");
        JsonElement signature = await Judge.AskAsync("twilio-sign.js", new
        {
            authToken = TwilioPosts.Token,
            requests = new[] { new { url = "https://study.example.org" + TwilioPosts.Messages, form } },
        });

        Assert.Equal(HttpStatusCode.OK, (await behind.PostSignedAsync(TwilioPosts.Messages, form, signature[0].GetString())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await behind.PostSignedAsync(TwilioPosts.Messages, form)).Status);
    }

    [Fact]
    public async Task What_is_unsigned_badly_signed_or_changed_is_refused_and_leaves_nothing()
    {
        Dictionary<string, string> form = TwilioPosts.Text(SharedApps.NewPhone(), "hello");
        string right = Signature.Of(new Uri(app.Http.BaseAddress!, TwilioPosts.Messages), form, TwilioPosts.Token);
        IReadOnlyList<string> before = await app.RowsAsync();

        foreach (string? signature in (string?[])[null, "", "nonsense", "AAAA", new string('A', 28), new string('A', 4000), Flipped(right), right + "=", right[..^4]])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.PostSignedAsync(TwilioPosts.Messages, form, signature)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await app.PostSignedAsync(Status, form, signature)).Status);
        }

        foreach (Dictionary<string, string> changed in (Dictionary<string, string>[])
            [new(form) { ["Body"] = "hellp" }, new(form) { ["From"] = form["From"][..^1] + "x" }, new(form) { ["New"] = "" }, new(form.Where(field => field.Key != "NumMedia"))])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.PostSignedAsync(TwilioPosts.Messages, changed, right)).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostSignedAsync(TwilioPosts.Messages + "?a=b", form, right)).Status);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Theory]
    [InlineData("text/plain", "From=a")]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "--x--")]
    [InlineData("multipart/form-data; boundary=x", "--y\r\nbroken")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "From=%E0%A4%A")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%ZZ&&&=")]
    public async Task What_is_no_form_is_refused(string type, string body)
    {
        foreach (string path in (string[])[TwilioPosts.Messages, Status])
        {
            using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using HttpResponseMessage response = await app.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_with_more_than_any_message_has_is_refused()
    {
        Dictionary<string, string> many = Enumerable.Range(0, 2000).ToDictionary(i => $"Field{i}", _ => "");

        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostSignedAsync(TwilioPosts.Messages, many)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostSignedAsync(TwilioPosts.Messages, TwilioPosts.Text("+447700900100", new string('a', 5_000_000)))).Status);
    }

    [Fact]
    public async Task A_signed_message_without_sender_or_id_is_a_bad_request()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostSignedAsync(TwilioPosts.Messages, new Dictionary<string, string> { ["Body"] = "hello" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.TextAsync("", "hello")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostSignedAsync("/webhooks/twilio/status", new Dictionary<string, string> { ["MessageStatus"] = "sent" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostSignedAsync("/webhooks/twilio/status?participant=x&message=y", new Dictionary<string, string> { ["MessageStatus"] = "sent" })).Status);
    }

    private static string Flipped(string signature)
    {
        byte[] bytes = Convert.FromBase64String(signature);
        bytes[7] ^= 1;
        return Convert.ToBase64String(bytes);
    }
}
