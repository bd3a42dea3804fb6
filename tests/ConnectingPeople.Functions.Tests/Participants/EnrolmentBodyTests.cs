using System.Net;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>A body that is no form at all is refused, whatever it is.</summary>
public sealed class EnrolmentBodyTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Theory]
    [InlineData("{")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"name\"")]
    [InlineData("""{"name":"Amira",}""")]
    [InlineData("""{"name":"Amira","name":"Ben"}""")]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"\udc00":"Amira"}""")]
    [InlineData("""{"goals":["\ud800"]}""")]
    public async Task What_is_no_json_object_is_refused(string body)
    {
        Answer answer = await app.RefusedAsync(body);

        Assert.DoesNotContain("line ,", answer.Text, StringComparison.Ordinal);
        Assert.Contains("The body", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_utf_8_is_refused() =>
        await app.RefusedAsync(new ByteArrayContent([.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8]));

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        Answer answer = await app.RefusedAsync("{\"name\":\"" + new string('a', 256 * 1024) + "\"}", HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("256 KB", answer.Text, StringComparison.Ordinal);
    }
}
