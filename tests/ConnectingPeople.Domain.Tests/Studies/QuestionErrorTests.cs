namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>Errors in what is asked.</summary>
public sealed class QuestionErrorTests
{
    [Fact]
    public void A_misspelt_type_is_named_with_its_likely_meaning() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[2].type: 'yesno' isn't a type of question; did you mean 'yes-no'?"],
            Sample.ErrorsAfter("type: yes-no", "type: yesno"));

    [Fact]
    public void A_key_of_another_type_is_refused() =>
        Assert.Equal(
            ["+1 questionnaires.check.questions[2].min: 'min' is no key of a question of type yes-no; use one of id, type, text, again, form, about, askWhen, optional, attempts"],
            Sample.ErrorsAfter("type: yes-no", "type: yes-no\n        min: 3"));

    [Fact]
    public void An_id_with_spaces_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[2].id: 'New one' isn't an id; use small letters, digits and '-', beginning with a letter, at most 40"],
            Sample.ErrorsAfter("- id: new", "- id: New one"));

    [Fact]
    public void Two_questions_of_one_id_are_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[1].id: there is another question 'goal' in line 27; give each its own id"],
            Sample.ErrorsAfter("- id: people", "- id: goal"));

    [Fact]
    public void A_scale_upside_down_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[0].min: min 5 isn't below max 4; swap or widen them"],
            Sample.ErrorsAfter("        min: 1", "        min: 5"));

    [Fact]
    public void A_label_outside_the_scale_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[0].labels: there is a label for 0, outside the scale from 1 to 4; label only numbers of the scale"],
            Sample.ErrorsAfter("{ 1: none, 4: done }", "{ 0: none, 4: done }"));

    [Fact]
    public void A_label_for_no_number_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[0].labels.one: 'one' isn't a whole number; write a number of the scale before the colon"],
            Sample.ErrorsAfter("{ 1: none, 4: done }", "{ one: none }"));

    [Fact]
    public void Two_numbers_of_one_label_are_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[0].labels.4: two numbers have the label 'Done'; a person couldn't tell them apart; word one differently"],
            Sample.ErrorsAfter("{ 1: none, 4: done }", "{ 1: done, 4: Done }"));

    [Fact]
    public void A_count_below_nothing_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[1].max: '-1' isn't a whole number from 0 to 100000; write such a number, without quotes"],
            Sample.ErrorsAfter("max: 99", "max: -1"));

    [Fact]
    public void A_choice_of_one_is_refused() =>
        Assert.Equal(
            [
                "-1 questionnaires.check.questions[3].options: a list of options needs at least 2, and here is 1; add what is missing",
                "+6 questionnaires.check.questions[4].askWhen.is: 'is: travel' never fits an answer to 'barrier', which is of type choice; write 'is' with the value of an option; use 'money'",
            ],
            Sample.ErrorsAfter("          - travel\n", ""));

    [Fact]
    public void Two_options_of_one_value_are_refused() =>
        Assert.Equal(
            [
                "0 questionnaires.check.questions[3].options: two options have the value 'travel'; give each its own",
                "0 questionnaires.check.questions[3].options: two options have the label 'travel'; a person couldn't tell them apart; word one differently",
            ],
            Sample.ErrorsAfter("{ value: money, label: my money }", "travel"));

    [Fact]
    public void Two_options_of_one_label_are_refused() =>
        Assert.Equal(
            ["-1 questionnaires.check.questions[3].options: two options have the label 'My Money'; a person couldn't tell them apart; word one differently"],
            Sample.ErrorsAfter("- travel", "- { value: travel, label: My Money }"));

    [Fact]
    public void An_option_with_a_semicolon_is_refused() =>
        Assert.Equal(
            ["+1 questionnaires.check.questions[3].options[1]: 'a;b' isn't an option's value; write a few letters without ';'"],
            Sample.ErrorsAfter("label: my money }", "label: my money }\n          - a;b"));

    [Fact]
    public void A_condition_on_a_misspelt_question_is_named_with_its_likely_meaning() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].askWhen.question: there is no earlier question 'gaol'; did you mean 'goal'?"],
            Sample.ErrorsAfter("question: goal, atMost", "question: gaol, atMost"));

    [Fact]
    public void A_condition_on_a_later_question_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].askWhen.question: question 'more' comes later; move it before this one, or name an earlier question"],
            Sample.ErrorsAfter("question: goal, atMost: 2", "question: more, is: yes"));

    [Fact]
    public void A_condition_on_the_question_itself_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].askWhen.question: question 'barrier' waits for its own answer; name an earlier question"],
            Sample.ErrorsAfter("question: goal, atMost: 2", "question: barrier, is: travel"));

    [Fact]
    public void A_circle_of_conditions_is_refused_where_it_looks_ahead() =>
        Assert.Equal(
            ["+1 questionnaires.check.questions[2].askWhen.question: question 'barrier' comes later; move it before this one, or name an earlier question"],
            Sample.ErrorsAfter("      - id: new\n", "      - id: new\n        askWhen: { question: barrier, is: money }\n"));

    [Fact]
    public void A_number_that_no_answer_reaches_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].askWhen.atLeast: 'atLeast: 5' never fits an answer to 'goal', which is of type scale; write atMost, atLeast or is with a number from 1 to 4"],
            Sample.ErrorsAfter("atMost: 2", "atLeast: 5"));

    [Fact]
    public void A_number_for_yes_or_no_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].askWhen.atMost: 'atMost: 2' never fits an answer to 'new', which is of type yes-no; write 'is: yes' or 'is: no'"],
            Sample.ErrorsAfter("question: goal, atMost: 2", "question: new, atMost: 2"));

    [Fact]
    public void An_option_that_does_not_exist_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[4].askWhen.is: 'is: trvel' never fits an answer to 'barrier', which is of type choice; write 'is' with the value of an option; did you mean 'travel'?"],
            Sample.ErrorsAfter("is: travel", "is: trvel"));

    [Fact]
    public void A_condition_with_two_demands_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].askWhen: a condition says one of atMost, atLeast and is; here is atMost and atLeast; keep exactly one"],
            Sample.ErrorsAfter("atMost: 2", "atMost: 2, atLeast: 1"));

    [Fact]
    public void A_condition_without_demand_is_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[3].askWhen: a condition says one of atMost, atLeast and is; here is none; keep exactly one"],
            Sample.ErrorsAfter("goal, atMost: 2", "goal"));

    [Fact]
    public void More_than_five_attempts_are_refused() =>
        Assert.Equal(
            ["0 questionnaires.check.questions[4].attempts: '9' isn't a whole number from 0 to 5; write such a number, without quotes"],
            Sample.ErrorsAfter("attempts: 1", "attempts: 9"));
}
