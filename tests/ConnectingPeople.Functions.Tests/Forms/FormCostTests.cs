using System.Net;
using System.Text.RegularExpressions;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Forms;

/// <summary>What a page of the form costs: the person's phone in bytes, and us in storage transactions.</summary>
public sealed partial class FormCostTests
{
    private const int MaxBytes = 60 * 1024;

    [Fact]
    public async Task A_page_costs_at_most_four_storage_transactions_and_a_forged_link_none()
    {
        StorageObserver observer = new();
        await using App app = await App.StartAsync(observer: observer);
        await app.AddStaffAsync();
        FilledForm form = await app.FormAsync();
        string proof = await form.ProofAsync();

        Assert.Equal(1, await CountAsync(() => form.GetAsync()));
        Assert.Equal(1, await CountAsync(() => form.GetAsync(form.Question("goal"))));
        Assert.Equal(2, await CountAsync(() => PostAsync(form.Question("goal"), "3")));
        Assert.Equal(1, await CountAsync(() => PostAsync(form.Question("goal"), "3")));
        Assert.Equal(1, await CountAsync(() => PostAsync(form.Question("goal"), "9")));
        Assert.Equal(0, await CountAsync(() => form.GetAsync(form.Path + "A")));
        foreach ((string question, string value) in ((string, string)[])[("people", "4"), ("new-person", "yes"), ("activity", "yes"), ("connected", "5"), ("anything-else", "")])
        {
            await PostAsync(form.Question(question), value);
        }

        Assert.Equal(2, await CountAsync(() => PostAsync(form.Path, "")));
        Assert.Equal(2, await CountAsync(() => form.GetAsync()));

        Task<PageAnswer> PostAsync(string path, string value) =>
            app.BrowseAsync(null, path, "POST", new Dictionary<string, string> { ["answer"] = value, ["formToken"] = proof });

        async Task<int> CountAsync(Func<Task<PageAnswer>> browse)
        {
            observer.Reset();
            PageAnswer answer = await browse();
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, answer.Text);
            return observer.Calls;
        }
    }

    [Fact]
    public async Task A_page_weighs_at_most_60_KB_with_all_that_it_needs()
    {
        await using App app = await App.StartAsync();
        await app.AddStaffAsync();
        FilledForm form = await app.BaselineFormAsync();
        int worst = 0;

        foreach (string page in (string[])["?page=start", "?question=places", "?question=own-words", "?question=last-outing", "?page=support"])
        {
            PageAnswer answer = await form.GetAsync(form.Path + page);
            int assets = 0;
            foreach (string asset in Asset().Matches(answer.Text).Select(match => match.Value).Distinct())
            {
                using HttpRequestMessage request = new(HttpMethod.Get, asset);
                request.Headers.AcceptEncoding.ParseAdd("gzip");
                using HttpResponseMessage response = await app.Http.SendAsync(request);
                assets += (await response.Content.ReadAsByteArrayAsync()).Length;
            }

            worst = Math.Max(worst, System.Text.Encoding.UTF8.GetByteCount(answer.Text) + assets);
        }

        Assert.InRange(worst, 5_000, MaxBytes);
    }

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Asset();
}
