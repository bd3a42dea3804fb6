using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Tests.Studies;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class CodebookTests
{
    private static readonly IReadOnlyList<CodebookRow> Rows = CodebookFile.RowsOf(Shipped.Study);

    [Theory]
    [InlineData("participants", "participant_id, agency_id, sector, fidelity, client_group, age_band, gender, language, channel, enrolled_on, consent_version, status, status_on")]
    [InlineData("check_ins", "participant_id, check_in_id, questionnaire, questionnaire_version, wave, channel, due_at, sent_at, delivered_at, first_reply_at, completed_at, closed_at, reminders, status, questions, answered")]
    [InlineData("answers", "participant_id, check_in_id, wave, question_id, question_version, type, value, label, outcome, attempts, answered_at, source")]
    [InlineData("follow_up", "participant_id, agency_id, sector, fidelity, client_group, baseline_on, nine_month_on, nine_month_in_window, social_resources_baseline, social_resources_nine_month, social_resources_change, inclusion_baseline, inclusion_nine_month, inclusion_change, contacts_baseline, contacts_nine_month, contacts_change, confidants_baseline, confidants_nine_month, confidants_change, confidence_baseline, confidence_nine_month, confidence_change, loneliness_baseline, loneliness_nine_month, loneliness_change, recent_days_baseline, recent_days_nine_month, recent_days_change, service_use_baseline, service_use_nine_month, service_use_change")]
    [InlineData("goals", "participant_id, goal_id, set_on, check_in_id, wave, rated_at, rating, label")]
    [InlineData("social_contacts", "participant_id, check_in_id, wave, week, answered_at, people, new_person, activity")]
    [InlineData("free_text", "participant_id, check_in_id, wave, question_id, answered_at, source, text")]
    [InlineData("alerts", "participant_id, alert_id, rule, severity, raised_at, notified_at, acknowledged_at, resolved_at, state, closed_by")]
    [InlineData("flow", "stage, agency_id, fidelity, count")]
    [InlineData("codebook", "file, column, type, label, unit, values, missing, question_text, instrument, derivation")]
    public void Every_column_of_every_file_is_described_in_its_place(string file, string columns) =>
        Assert.Equal(columns, string.Join(", ", Rows.Where(row => row.File == file).Select(row => row.Column)));

    [Fact]
    public void Every_column_says_what_it_holds_and_numbers_what_they_count()
    {
        Assert.All(Rows, row => Assert.True(row.Label.Length > 3 && !row.Label.EndsWith('.'), $"{row.File}.{row.Column}: {row.Label}"));
        Assert.Equal(Rows.Count, Rows.Select(row => (row.File, row.Column)).Distinct().Count());
        Assert.Equal(
            ["check_ins.questionnaire_version", "answers.question_version", "goals.rating"],
            Rows.Where(row => row is { Type: "integer" or "number", Unit: null }).Select(row => $"{row.File}.{row.Column}"));
    }

    [Fact]
    public void Contacts_stand_with_the_very_question_that_was_asked()
    {
        CodebookRow people = Rows.Single(row => row is { File: "social_contacts", Column: "people" });

        Assert.Equal("weekly/people: How many different people did you spend time with in the last 7 days? Just send a number. 0 is fine too.", people.QuestionText);
        Assert.Equal("weekly/people: 0 to 99", people.Values);
        Assert.Equal("true | false", Rows.Single(row => row is { File: "social_contacts", Column: "activity" }).Values);
    }

    [Fact]
    public void Questions_stand_with_their_wording_and_codes()
    {
        CodebookRow ids = Rows.Single(row => row is { File: "answers", Column: "question_id" });
        CodebookRow values = Rows.Single(row => row is { File: "answers", Column: "value" });

        Assert.Contains("""weekly/goal: How is "{{ goal }}" going? 1 not started 2 a first step 3 getting there 4 done | weekly/people:""", ids.QuestionText, StringComparison.Ordinal);
        Assert.Contains("weekly/goal: 1 to 4 (1 = not started, 2 = a first step, 3 = getting there, 4 = done) | weekly/people: 0 to 99", values.Values, StringComparison.Ordinal);
        Assert.Contains("weekly/barrier: money = money, travel = travel", values.Values, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_free_choice_say_how_formulas_are_defused()
    {
        Assert.Equal(Defusing.InWords, Rows.Single(row => row is { File: "participants", Column: "gender" }).Derivation);
        Assert.Null(Rows.Single(row => row is { File: "participants", Column: "channel" }).Derivation);
    }
}
