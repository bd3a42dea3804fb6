using System.Net;
using System.Text.RegularExpressions;
using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.FollowUps.Report;
using ConnectingPeople.Functions.Studies;
using ConnectingPeople.Testing;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.Functions.Tests.FollowUps.Report;

/// <summary>Reports of files that are few, odd or missing.</summary>
public sealed partial class ReportTests
{
    /// <summary>Two agencies, a level too small to be shown, a goal rated twice, a file with columns in another order.</summary>
    private static readonly Dictionary<string, string> Small = new()
    {
        ["participants.csv"] = Lines("participant_id,agency_id,sector,fidelity", Each(1, 14, n => $"CP-{n:00},{(n <= 8 ? "oak,third-sector,full" : n <= 13 ? "elm,nhs,partial" : "ash,,not-assessed")}")),
        ["flow.csv"] = Lines("agency_id,fidelity,stage,count", Flow("oak,full", 8, 8, 8, 7, 0, 1), Flow("elm,partial", 5, 5, 5, 5, 0, 0), Flow("ash,not-assessed", 1, 1, 0, 0, 0, 0)),
        ["check_ins.csv"] = Lines(
            "participant_id,check_in_id,wave,due_at,status",
            Each(1, 14, n => $"CP-{n:00},weekly-2026-01-08,,2026-01-08T11:00:00Z,{(n <= 7 ? "completed" : "missed")}"),
            Each(1, 14, n => $"CP-{n:00},weekly-2026-01-18,,2026-01-18T23:59:59Z,{(n <= 12 ? "partial" : n == 13 ? "undelivered" : "cancelled")}"),
            ["CP-14,weekly-2026-01-22,,2026-01-22T11:00:00Z,", "CP-14,baseline-2026-01-01,baseline,2026-01-01T11:00:00Z,completed"]),
        ["answers.csv"] = Lines(
            "participant_id,check_in_id,wave,question_id,outcome",
            Each(1, 12, n => $"CP-{n:00},weekly-2026-01-18,,people,{(n <= 10 ? "answered" : "refused")}"),
            Each(1, 12, n => $"CP-{n:00},weekly-2026-01-18,,goal,answered")),
        ["goals.csv"] = Lines(
            "participant_id,goal_id,rated_at,rating,label",
            Each(1, 14, n => $"CP-{n:00},g1,2026-01-08T11:00:00Z,1,not started\r\nCP-{n:00},g1,2026-01-18T11:00:00Z,{(n <= 6 ? "4,done" : "2,a first step")}")),
        ["social_contacts.csv"] = Lines("participant_id,week,people", Each(1, 14, n => $"CP-{n:00},{n % 8},{n}")),
        ["follow_up.csv"] = Lines(
            "participant_id,fidelity,resources_baseline,resources_nine_month,resources_change",
            Each(1, 13, n => $"CP-{n:00},{(n <= 8 ? "full" : "partial")},{n},{(n == 8 ? "," : $"{2 * n},{n}")}")),
    };

    [Fact]
    public async Task A_small_cohort_gives_the_report_that_was_read_and_found_right()
    {
        string kept = Repository.PathTo("tests", "ConnectingPeople.Functions.Tests", "FollowUps", "Report", "small-cohort.txt");

        string text = TextOf(await Reporting.WriteAsync(Small, Reporting.Head with { Measures = [new("resources", "Access to resources", "points", true), new("cost", "Cost", null, null)] }));

        if (Environment.GetEnvironmentVariable("KEEP_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(kept, text);
        }

        Assert.Equal(await File.ReadAllTextAsync(kept), text);
    }

    [Fact]
    public async Task The_same_files_give_the_same_bytes() =>
        Assert.Equal(await Reporting.WriteAsync(Cohort.Files), await Reporting.WriteAsync(Cohort.Files));

    [Fact]
    public async Task An_export_of_nobody_says_what_there_is_not()
    {
        string empty = TextOf(await Reporting.WriteAsync(Cohort.Files.ToDictionary(file => file.Key, file => $"{file.Value.Split("\r\n")[0]}\r\n")));
        string none = TextOf(await Reporting.WriteAsync(new Dictionary<string, string>(), Reporting.Head with { Measures = [] }));

        Assert.Equal(2, Count("Nobody is enrolled.", empty));
        Assert.Equal(1, Count("No check-in has ended yet.", empty));
        Assert.Equal(1, Count("No question has been asked yet.", empty));
        Assert.Equal(1, Count("No goal has been rated yet.", empty));
        Assert.Equal(1, Count("Nobody has said yet how many people they were in touch with.", empty));
        Assert.Equal(4, Count("Nobody has a value both at baseline and at nine months yet.", empty));
        Assert.Equal(1, Count("Nobody has a value at nine months yet.", empty));
        Assert.Equal(1, Count("The study defines no measures.", none));
    }

    [Fact]
    public async Task It_says_that_groups_are_not_randomised()
    {
        string text = TextOf(await Reporting.WriteAsync(Cohort.Files));

        Assert.Contains("The groups are not randomised.", text, StringComparison.Ordinal);
        Assert.Contains("These groups are not randomised", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_file_stay_words()
    {
        string report = await Reporting.WriteAsync(new Dictionary<string, string>
        {
            ["flow.csv"] = "stage,agency_id,fidelity,count\r\nenrolled,<script>alert(1)</script>,full,12\r\nnine-month-due,<script>alert(1)</script>,full,12\r\n",
        });

        Assert.DoesNotContain("<script", report, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_is_no_number_is_named()
    {
        FormatException refused = await Assert.ThrowsAsync<FormatException>(() => Reporting.WriteAsync(new Dictionary<string, string>
        {
            ["flow.csv"] = "stage,agency_id,fidelity,count\r\nenrolled,oak,full,12\r\nbaseline,oak,full,many\r\n",
        }));

        Assert.Equal("flow.csv, row 2: count is \"many\" and should be a whole number.", refused.Message);
    }

    [Fact]
    public void The_questions_of_the_shipped_study_are_known_in_words()
    {
        IReadOnlyList<ReportQuestion> questions = Head.Questions;

        Assert.Equal(new ReportQuestion(null, "goal", "How is \"(goal)\" going?"), questions[0]);
        Assert.Contains(questions, question => question is { Wave: "nine-month", Id: "advice" });
        Assert.Equal(4, Head.GoalReached);
    }

    [Fact]
    public void The_measures_of_the_shipped_study_keep_their_direction()
    {
        Study study = StudyFile.Load(new ConfigurationBuilder().Build());

        Assert.NotEmpty(Head.Measures);
        Assert.All(study.Measures.Zip(Head.Measures), pair =>
        {
            Assert.Equal((pair.First.Id, pair.First.Label, pair.First.Unit), (pair.Second.Id, pair.Second.Label, pair.Second.Unit));
            Assert.Equal(pair.First.Direction == Direction.HigherIsBetter, pair.Second.HigherIsBetter == true);
            Assert.Equal(pair.First.Direction == Direction.LowerIsBetter, pair.Second.HigherIsBetter == false);
        });
    }

    private static ReportHead Head { get; } =
        ReportHead.Of(StudyFile.Load(new ConfigurationBuilder().Build()), new SoftwareVersion("0.1.0"), Instant.FromUtc(2026, 2, 1, 2, 0));

    private static int Count(string sought, string text) => Regex.Count(text, Regex.Escape(sought));

    /// <summary>What a reader reads, a line for each thing; without drawings, whose words repeat the tables.</summary>
    private static string TextOf(string report) =>
        Breaks().Replace(WebUtility.HtmlDecode(Tags().Replace(Rows().Replace(Drawings().Replace(report, ""), " | "), "\n")), "\n").Trim() + "\n";

    private static string Lines(string head, params IEnumerable<string>[] rows) => string.Concat(rows.SelectMany(row => row).Prepend(head).Select(row => $"{row}\r\n"));

    private static IEnumerable<string> Each(int from, int to, Func<int, string> row) => Enumerable.Range(from, to - from + 1).Select(row);

    private static IEnumerable<string> Flow(string agency, params int[] counts) =>
        new[] { "enrolled", "baseline", "nine-month-due", "nine-month", "withdrawn", "lost" }.Zip(counts, (stage, count) => $"{agency},{stage},{count}");

    [GeneratedRegex("<style.*?</style>|<svg.*?</svg>|<nav.*?</nav>", RegexOptions.Singleline)]
    private static partial Regex Drawings();

    [GeneratedRegex(@"</t[dh]>\s*<t[dh][^>]*>")]
    private static partial Regex Rows();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Breaks();
}
