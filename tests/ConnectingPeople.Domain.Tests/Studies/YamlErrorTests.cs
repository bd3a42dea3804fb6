namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>Errors in the writing itself, whatever it says.</summary>
public sealed class YamlErrorTests
{
    [Fact]
    public void A_misspelt_key_is_named_with_its_likely_meaning() =>
        Assert.Equal(
            [
                "-2 checkIns[0].every: 'every' is missing; add it: from one to the next, P1D to P366D; whole weeks when 'on' is set",
                "0 checkIns[0].evry: 'evry' is no key of a check-in; did you mean 'every'?",
            ],
            Sample.ErrorsAfter("    every: P7D", "    evry: P7D"));

    [Fact]
    public void Text_that_is_no_yaml_is_named_with_its_line() =>
        Assert.Equal(
            ["0 : this can't be read as YAML: While parsing a block mapping, did not find expected key; check quotes, colons and indentation on this line and the one before"],
            Sample.ErrorsAfter("    every: P7D", "    every P7D"));

    [Fact]
    public void An_unclosed_bracket_is_named() =>
        Assert.Equal(
            ["+1 : this can't be read as YAML: While parsing a flow mapping, did not find expected ',' or '}'; check quotes, colons and indentation on this line and the one before"],
            Sample.ErrorsAfter("exports: { keep: 30 }", "exports: { keep: 30"));

    [Fact]
    public void A_key_that_comes_twice_is_named_with_its_first_line() =>
        Assert.Equal(
            ["+1 checkIns[0].late: 'late' stands here twice; first in line 11; keep one of them"],
            Sample.ErrorsAfter("    late: skip", "    late: skip\n    late: send"));

    [Fact]
    public void A_missing_key_is_named_with_what_it_is_for() =>
        Assert.Equal(
            ["0 pause.for: 'for' is missing; add it: how long PAUSE lasts"],
            Sample.ErrorsAfter("pause: { for: P14D }", "pause: {}"));

    [Fact]
    public void A_key_without_value_is_named() =>
        Assert.Equal(
            ["0 sending.maxPerDay: 'maxPerDay' has no value; give it one: how many messages that are no direct reply a person gets in one local day"],
            Sample.ErrorsAfter("maxPerDay: 3", "maxPerDay: "));

    [Fact]
    public void A_word_where_a_number_belongs_is_named() =>
        Assert.Equal(
            ["0 sending.maxPerDay: 'three' isn't a whole number from 1 to 50; write such a number, without quotes"],
            Sample.ErrorsAfter("maxPerDay: 3", "maxPerDay: three"));

    [Fact]
    public void A_number_in_quotes_is_no_number() =>
        Assert.Equal(
            ["0 sending.maxPerDay: '3' isn't a whole number from 1 to 50; write such a number, without quotes"],
            Sample.ErrorsAfter("maxPerDay: 3", "maxPerDay: \"3\""));

    [Fact]
    public void A_word_where_a_flag_belongs_is_named() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[4].optional: 'yes' isn't true or false; write true or false, without quotes"],
            Sample.ErrorsAfter("optional: true", "optional: yes"));

    [Fact]
    public void A_value_where_a_group_of_keys_belongs_is_named() =>
        Assert.Equal(
            ["0 pause: a single value stands where the pause is expected; write its keys below, indented, as 'key: value'"],
            Sample.ErrorsAfter("pause: { for: P14D }", "pause: P14D"));

    [Fact]
    public void A_value_where_a_list_belongs_is_named() =>
        Assert.Equal(
            ["0 study.languages: a single value stands where a list of languages is expected; begin each entry with '- '"],
            Sample.ErrorsAfter("languages: [en-GB, cy]", "languages: en-GB"));

    [Fact]
    public void A_list_where_a_value_belongs_is_named() =>
        Assert.Equal(
            ["0 exports.keep: a list stands where a whole number from 1 to 10000 is expected; write such a number, without quotes"],
            Sample.ErrorsAfter("keep: 30", "keep: [30]"));

    [Fact]
    public void A_list_that_is_too_short_is_named() =>
        Assert.Equal(
            ["0 sending.days: a list of days needs at least 1, and here are 0; add what is missing"],
            Sample.ErrorsAfter("days: [monday, thursday]", "days: []"));

    [Fact]
    public void A_second_document_is_refused() =>
        Assert.Equal(
            ["+1 : a second document begins here; remove the line '---' and what follows it"],
            Sample.ErrorsAfter("exports: { keep: 30 }", "exports: { keep: 30 }\n---\nstudy: {}"));

    [Fact]
    public void An_alias_is_refused() =>
        Assert.Equal(
            ["0 exports.keep: '*thirty' stands for something written elsewhere; write it out here"],
            Sample.ErrorsAfter("keep: 30", "keep: *thirty"));

    [Fact]
    public void A_key_that_is_no_word_is_refused() =>
        Assert.Equal(
            ["0 exports: a key here is no single word; write 'key: value'"],
            Sample.ErrorsAfter("{ keep: 30 }", "{ keep: 30, [a, b]: 1 }"));
}
