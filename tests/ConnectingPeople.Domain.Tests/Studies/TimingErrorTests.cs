namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>Errors in when things are sent.</summary>
public sealed class TimingErrorTests
{
    [Fact]
    public void A_duration_in_words_is_refused() =>
        Assert.Equal(
            ["0 checkIns[0].every: '7 days' isn't an ISO 8601 duration of whole days; write years, months, weeks or days, such as 'P9M' or 'P8M14D'"],
            Sample.ErrorsAfter("every: P7D", "every: 7 days"));

    [Fact]
    public void A_negative_duration_is_refused() =>
        Assert.Equal(
            ["0 pause.for: 'P-14D' isn't an ISO 8601 duration; write weeks, days, hours or minutes, such as 'P3D' or 'PT12H'"],
            Sample.ErrorsAfter("for: P14D", "for: P-14D"));

    [Fact]
    public void A_duration_that_overflows_the_calendar_is_refused() =>
        Assert.Equal(
            ["0 waves[0].due: 'P999999Y' isn't an ISO 8601 duration of whole days; write years, months, weeks or days, such as 'P9M' or 'P8M14D'"],
            Sample.ErrorsAfter("due: P1M", "due: P999999Y"));

    [Fact]
    public void A_day_of_the_week_can_only_come_in_whole_weeks() =>
        Assert.Equal(
            ["0 checkIns[0].every: every 10 days can't always be a Thursday; write whole weeks, such as 'P7D', or remove 'on'"],
            Sample.ErrorsAfter("every: P7D", "every: P10D"));

    [Fact]
    public void A_month_is_no_rhythm_of_check_ins() =>
        Assert.Equal(
            ["0 checkIns[0].every: P1M isn't between 1 and 366 days; write days or weeks, such as 'P7D'"],
            Sample.ErrorsAfter("every: P7D", "every: P1M"));

    [Fact]
    public void A_time_that_no_clock_shows_is_refused() =>
        Assert.Equal(
            ["0 checkIns[0].at: '25:00' isn't a time of day; write it with two digits each, such as '09:00'"],
            Sample.ErrorsAfter("at: \"11:00\"", "at: \"25:00\""));

    [Fact]
    public void A_check_in_outside_the_sending_hours_is_refused() =>
        Assert.Equal(
            ["0 checkIns[0].at: 20:00 is outside the sending hours from 09:00 to 20:00; choose a time inside, or widen 'sending'"],
            Sample.ErrorsAfter("at: \"11:00\"", "at: \"20:00\""));

    [Fact]
    public void A_wave_outside_the_sending_hours_is_refused() =>
        Assert.Equal(
            ["0 waves[0].at: 08:59 is outside the sending hours from 09:00 to 20:00; choose a time inside, or widen 'sending'"],
            Sample.ErrorsAfter("at: \"12:00\"", "at: \"08:59\""));

    [Fact]
    public void A_misspelt_day_is_named_with_its_likely_meaning() =>
        Assert.Equal(
            ["0 checkIns[0].on: 'thurday' isn't a day of the week; did you mean 'thursday'?"],
            Sample.ErrorsAfter("on: thursday", "on: thurday"));

    [Fact]
    public void A_check_in_on_a_day_without_sending_is_refused() =>
        Assert.Equal(
            ["0 checkIns[0].on: nobody is written to on a Friday; choose one of sending.days, or add the day there"],
            Sample.ErrorsAfter("on: thursday", "on: friday"));

    [Fact]
    public void Hours_that_end_before_they_begin_are_refused() =>
        Assert.Equal(
            ["0 sending.to: the day ends at 20:00, not after its beginning at 21:00; swap or widen them"],
            Sample.ErrorsAfter("from: \"09:00\"", "from: \"21:00\""));

    [Fact]
    public void Reminders_that_do_not_rise_are_refused() =>
        Assert.Equal(
            ["0 checkIns[0].remindAfter: each reminder must come later than the one before; order them from the shortest to the longest"],
            Sample.ErrorsAfter("[P1D, P2D]", "[P2D, P1D]"));

    [Fact]
    public void A_reminder_after_the_close_is_refused() =>
        Assert.Equal(
            ["0 checkIns[0].remindAfter: a reminder comes only when it has closed, after P3D; remind earlier or close later"],
            Sample.ErrorsAfter("[P1D, P2D]", "[P1D, PT72H]"));

    [Fact]
    public void A_check_in_that_overlaps_the_next_is_refused() =>
        Assert.Equal(
            ["0 checkIns[0].closeAfter: it would still be open when the next one is due; close it within 'every'"],
            Sample.ErrorsAfter("closeAfter: P3D", "closeAfter: P8D"));

    [Fact]
    public void A_late_policy_that_does_not_exist_is_refused() =>
        Assert.Equal(
            ["0 checkIns[0].late: 'drop' isn't a late policy; use one of send, skip, next-window"],
            Sample.ErrorsAfter("late: skip", "late: drop"));

    [Fact]
    public void A_wave_that_closes_by_its_due_day_is_refused() =>
        Assert.Equal(
            ["0 waves[0].closes: the window closes (P31D) by the day it is due (P1M), at least for some people; close it later"],
            Sample.ErrorsAfter("closes: P2M", "closes: P31D"));

    [Fact]
    public void A_wave_that_opens_after_its_due_day_is_refused() =>
        Assert.Equal(
            ["0 waves[0].opens: the window opens (P30D) after the day it is due (P1M), at least for some people; open it on the due day or before"],
            Sample.ErrorsAfter("opens: P0D", "opens: P30D"));

    [Fact]
    public void A_wave_by_sms_needs_a_time() =>
        Assert.Equal(
            ["-6 waves[0]: a wave that asks by sms needs 'at'; add it: the local time of its messages; needed for sms"],
            Sample.ErrorsAfter("    at: \"12:00\"\n", ""));

    [Fact]
    public void A_way_of_asking_that_does_not_exist_is_refused() =>
        Assert.Equal(
            ["0 waves[0].ask: 'pigeon' isn't a way of asking; use one of interview, sms"],
            Sample.ErrorsAfter("ask: sms", "ask: pigeon"));

    [Fact]
    public void A_questionnaire_that_does_not_exist_is_refused() =>
        Assert.Equal(
            ["0 checkIns[0].questionnaire: there is no questionnaire 'chek'; did you mean 'check'?"],
            Sample.ErrorsAfter("questionnaire: check\n    every", "questionnaire: chek\n    every"));

    [Fact]
    public void A_wave_and_a_check_in_need_different_ids() =>
        Assert.Equal(
            ["0 waves[0].id: there is another check-in or wave 'weekly' in line 4; give each its own id"],
            Sample.ErrorsAfter("- id: baseline", "- id: weekly"));
}
