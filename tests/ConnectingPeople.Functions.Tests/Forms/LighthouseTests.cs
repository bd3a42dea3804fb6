using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.Forms;

public sealed class LighthouseTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Lighthouse_finds_nothing_to_better_on_a_question()
    {
        FilledForm form = await shared.App.FormAsync();

        JsonElement judged = await Judge.AskAsync("lighthouse.js", new { url = new Uri(shared.App.Http.BaseAddress!, form.Question("goal")) });

        Assert.Empty(judged.GetProperty("faults").EnumerateArray());
        Assert.Equal(100, judged.GetProperty("scores").GetProperty("accessibility").GetInt32());
        Assert.Equal(100, judged.GetProperty("scores").GetProperty("best-practices").GetInt32());
    }
}
