using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;

namespace ConnectingPeople.Functions.Tests.FollowUps.Report;

/// <summary>A report as people read it, on screen and on paper.</summary>
public sealed class ReportPageTests(Browser browser)
{
    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Desk)]
    public async Task Everybody_can_read_it_and_it_asks_for_nothing(int width)
    {
        List<string> troubles = [];
        IPage page = await browser.ReadAsync(await Reporting.WriteAsync(Cohort.Files, Reporting.Head with { IsSimulated = true }), width, troubles);

        Assert.Empty(await Browser.FaultsAsync(page));
        Assert.Empty(troubles);
        Assert.Equal(0, await page.Locator("script, link, img, iframe").CountAsync());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task It_prints_black_on_white_without_its_list_of_sections()
    {
        IPage page = await browser.ReadAsync(await Reporting.WriteAsync(Cohort.Files), 700);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Empty(await Browser.FaultsAsync(page));
        Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
        Assert.False(await page.Locator("nav").IsVisibleAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('.table')].filter(table => table.scrollWidth > table.clientWidth + 1).length"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Every_drawing_has_its_table_beside_it_and_says_in_words_what_it_shows()
    {
        IPage page = await browser.ReadAsync(await Reporting.WriteAsync(Cohort.Files));

        string[] drawings = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('figure')].map(figure => figure.closest('.pair')?.querySelector('table') ? '' : figure.id)");
        string[] words = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('figure svg desc')].map(words => words.textContent)");

        Assert.True(drawings.Length >= 13, $"{drawings.Length} drawings");
        Assert.All(drawings, alone => Assert.Equal("", alone));
        Assert.Equal(drawings.Length, words.Length);
        Assert.All(words, said => Assert.Matches(@"\d|withheld", said));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_in_a_drawing_lies_outside_it()
    {
        IPage page = await browser.ReadAsync(await Reporting.WriteAsync(Cohort.Files));

        string[] outside = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('figure svg')].flatMap(svg => {
              const frame = svg.getBoundingClientRect();
              return [...svg.querySelectorAll('text, rect, circle, polygon')].filter(part => {
                const box = part.getBoundingClientRect();
                return box.left < frame.left - 24 || box.right > frame.right + 24 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
              }).map(part => `${svg.parentElement.id}: ${part.outerHTML}`);
            })
            """);

        Assert.Empty(outside);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Simulated_data_says_so_above_every_section_and_on_every_printed_page()
    {
        string report = await Reporting.WriteAsync(Cohort.Files, Reporting.Head with { IsSimulated = true });
        IPage page = await browser.ReadAsync(report);

        Assert.Equal(
            await page.Locator("main > section").CountAsync(),
            await page.Locator("main > section > .simulated:first-child:has-text('Simulated data. Nobody in this report exists.')").CountAsync());
        Assert.Equal("Simulated: Connecting People follow-up report, 1 Feb 2026", await page.TitleAsync());
        Assert.Contains("@top-center { content: \"SIMULATED DATA: nobody in this report exists\"", report, StringComparison.Ordinal);
        Assert.DoesNotContain("imulated", await Reporting.WriteAsync(Cohort.Files)
            .ContinueWith(real => real.Result.Replace(".simulated", "", StringComparison.Ordinal), TaskScheduler.Default), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }
}
