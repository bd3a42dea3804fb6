using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Benchmarks;

/// <summary>What a question of the form costs: a phone in bytes over the wire with nothing cached, and us in storage transactions.</summary>
internal static partial class FormPages
{
    public static async Task RunAsync()
    {
        await using BenchmarkApp app = await BenchmarkApp.StartAsync(1);
        await app.GoToAsync("2026-01-08T11:00:00Z");
        Caller somebody = (await app.Services.GetRequiredService<ContactStore>().FindAsync(BenchmarkApp.Phone(0), CancellationToken.None))!;
        string question = new Uri(app.Services.GetRequiredService<FormLinks>().Make(somebody.Id, "weekly-2026-01-08")).AbsolutePath + "?question=goal";

        app.Calls.Reset();
        string page = await app.Http.GetStringAsync(question);
        int shown = app.Calls.Count;
        app.Calls.Reset();
        using FormUrlEncodedContent answer = new([new("answer", "3"), new("formToken", Token().Match(page).Groups[1].Value)]);
        using HttpResponseMessage next = await app.Http.PostAsync(question, answer);
        next.EnsureSuccessStatusCode();
        int taken = app.Calls.Count;

        int bytes = Encoding.UTF8.GetByteCount(page);
        foreach (string asset in Asset().Matches(page).Select(match => match.Value).Distinct())
        {
            using HttpRequestMessage request = new(HttpMethod.Get, asset);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using HttpResponseMessage response = await app.Http.SendAsync(request);
            bytes += (await response.Content.ReadAsByteArrayAsync()).Length;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a question of the form: {bytes / 1024.0:0.0} KB with nothing cached, at most 60; {shown} storage transactions to show it, {taken} to take the answer and show the next, at most 4"));
    }

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Asset();

    [GeneratedRegex("name=\"formToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
