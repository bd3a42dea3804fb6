namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>Errors in what is said, and in the words that are understood.</summary>
public sealed class TextErrorTests
{
    [Fact]
    public void A_text_without_one_of_the_languages_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].text.cy: the text in 'cy' is missing; every text has all of study.languages; add it"],
            Sample.ErrorsAfter(", cy: \"Pam?\"", ""));

    [Fact]
    public void A_text_in_a_foreign_language_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].text.fr: 'fr' is none of the study's languages; use one of en-GB, cy"],
            Sample.ErrorsAfter("cy: \"Pam?\"", "cy: \"Pam?\", fr: \"Pourquoi ?\""));

    [Fact]
    public void One_text_for_all_languages_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].text: a single value stands where a text in each language is expected; write { en-GB: ..., cy: ... }"],
            Sample.ErrorsAfter("{ en-GB: \"Why?\", cy: \"Pam?\" }", "Why?"));

    [Fact]
    public void An_empty_text_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].text.cy: the text in 'cy' is empty or no text; write it in quotes"],
            Sample.ErrorsAfter("\"Pam?\"", "\" \""));

    [Fact]
    public void A_misspelt_variable_is_named_with_its_likely_meaning() =>
        Assert.Equal(
            ["0 messages.thanks.en-GB: there is no variable 'nmae' in this text; did you mean 'name'?"],
            Sample.ErrorsAfter("\"Thanks {{ name }}\"", "\"Thanks {{ nmae }}\""));

    [Fact]
    public void A_variable_of_another_text_is_refused() =>
        Assert.Equal(
            ["0 messages.thanks.en-GB: there is no variable 'until' in this text; use 'name'"],
            Sample.ErrorsAfter("\"Thanks {{ name }}\"", "\"Thanks {{ until }}\""));

    [Fact]
    public void A_variable_hidden_in_a_condition_is_refused() =>
        Assert.Equal(
            ["0 messages.thanks.en-GB: there is no variable 'nam' in this text; did you mean 'name'?"],
            Sample.ErrorsAfter("\"Thanks {{ name }}\"", "\"Thanks {% if nam == blank %}you{% endif %}\""));

    [Fact]
    public void An_unfinished_template_is_refused() =>
        Assert.Equal(
            ["0 messages.thanks.en-GB: this isn't Liquid: End of tag '}}' was expected at (1:15); write variables as {{ name }} and conditions as {% if goal %}...{% endif %}"],
            Sample.ErrorsAfter("\"Thanks {{ name }}\"", "\"Thanks {{ name\""));

    [Fact]
    public void A_loop_is_refused() =>
        Assert.Equal(
            ["0 messages.thanks.en-GB: this isn't Liquid: Unknown tag 'for' at (1:7); write variables as {{ name }} and conditions as {% if goal %}...{% endif %}"],
            Sample.ErrorsAfter("\"Thanks {{ name }}\"", "\"{% for i in (1..9) %}Thanks{% endfor %}\""));

    [Fact]
    public void A_misspelt_filter_is_named_with_its_likely_meaning() =>
        Assert.Equal(
            ["0 messages.thanks.en-GB: there is no filter 'upcas' in this text; did you mean 'upcase'?"],
            Sample.ErrorsAfter("\"Thanks {{ name }}\"", "\"Thanks {{ name | upcas }}\""));

    [Fact]
    public void A_text_that_loses_what_it_is_for_is_refused() =>
        Assert.Equal(
            ["0 messages.askAgain.en-GB: the text never says {{ question }}; put {{ question }} where it belongs"],
            Sample.ErrorsAfter("\"Sorry. {{ question }}\"", "\"Sorry.\""));

    [Fact]
    public void A_goal_in_a_question_that_is_not_about_it_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].text: the text names the goal, which not everybody has; add 'about: goal' to the question, or leave {{ goal }} out"],
            Sample.ErrorsAfter("\"Why?\"", "\"Why {{ goal }}?\""));

    [Fact]
    public void A_private_character_is_refused() =>
        Assert.Equal(
            ["0 messages.unknownNumber.cy: a character here has no meaning outside one computer; retype the text"],
            Sample.ErrorsAfter("\"Pwy?\"", "\"Pwy\uE000?\""));

    [Fact]
    public void A_template_of_many_brackets_is_refused_unread() =>
        Assert.Equal(
            ["0 messages.thanks.en-GB: the text is longer than 1000 characters or has more than 40 brackets; one SMS holds 160 characters; shorten it"],
            Sample.ErrorsAfter("Thanks {{ name }}", string.Concat(Enumerable.Repeat("{% if name %}", 41))));

    [Fact]
    public void A_missing_word_of_the_carriers_is_named() =>
        Assert.Equal(
            ["0 keywords.optOut: carriers also stop at END, QUIT; add these words"],
            Sample.ErrorsAfter("END, QUIT, ", ""));

    [Fact]
    public void A_word_of_two_meanings_is_refused() =>
        Assert.Equal(
            ["0 keywords.optIn[1]: ' stop' stands under 'optOut' already; give it one meaning"],
            Sample.ErrorsAfter("[START]", "[START, \" stop\"]"));

    [Fact]
    public void A_study_without_risk_phrases_is_refused() =>
        Assert.Equal(
            ["0 risk.phrases: a list of phrases needs at least 1, and here are 0; add what is missing"],
            Sample.ErrorsAfter("[kill myself]", "[]"));

    [Fact]
    public void A_risk_phrase_that_could_never_fit_is_refused() =>
        Assert.Equal(
            ["0 risk.phrases[0]: '[kill] myself' must begin with a word that isn't optional; write words, with a|b for either, [a] for one that may be missing, ... for a gap"],
            Sample.ErrorsAfter("[kill myself]", "[\"[kill] myself\"]"));

    [Fact]
    public void An_empty_risk_phrase_is_refused() =>
        Assert.Equal(
            ["0 risk.phrases[1]: '' isn't a pattern of words; write between 1 and 1000 characters in one line"],
            Sample.ErrorsAfter("[kill myself]", "[kill myself, \"\"]"));

    [Fact]
    public void A_study_that_keeps_no_export_is_refused() =>
        Assert.Equal(
            ["0 exports.keep: '0' isn't a whole number from 1 to 10000; write such a number, without quotes"],
            Sample.ErrorsAfter("keep: 30", "keep: 0"));
}
