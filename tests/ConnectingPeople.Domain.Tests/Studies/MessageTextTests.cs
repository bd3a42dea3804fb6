using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

public sealed class MessageTextTests
{
    private static readonly TextValues Amira = new("Amira", Goal: "join a choir", Question: "How many?", Until: "Thursday 5 March");

    [Fact]
    public void Values_stand_where_the_template_names_them() =>
        Assert.Equal("Thanks Amira!", Thanks("Thanks {{ name }}!").In("en-GB", Amira));

    [Fact]
    public void Each_language_has_its_words() => Assert.Equal("Diolch Amira", Thanks("Thanks").In("cy", Amira));

    [Fact]
    public void A_foreign_language_falls_back_to_the_first() => Assert.Equal("Thanks", Thanks("Thanks").In("fr", Amira));

    [Fact]
    public void A_text_without_variables_is_one_string_for_all()
    {
        MessageText text = Thanks("Thanks");

        Assert.Same(text.In("en-GB", Amira), text.In("en-GB", new TextValues("Ben")));
    }

    [Fact]
    public void Nothing_is_encoded_for_html() =>
        Assert.Equal("Thanks <Zoë> & \"O'Neill\" £", Thanks("Thanks <{{ name }}> & \\\"O'Neill\\\" £").In("en-GB", Amira with { Name = "Zoë" }));

    [Fact]
    public void A_name_that_looks_like_a_template_stays_as_it_is() =>
        Assert.Equal("Thanks {{ goal }}", Thanks("Thanks {{ name }}").In("en-GB", Amira with { Name = "{{ goal }}" }));

    [Fact]
    public void The_token_for_a_stored_name_passes_through() =>
        Assert.Equal($"Thanks {FirstName.Token}", Thanks("Thanks {{ name }}").In("en-GB", Amira with { Name = FirstName.Token }));

    [Theory]
    [InlineData("Amira", "Thanks Amira.")]
    [InlineData("", "Thanks.")]
    public void A_condition_asks_whether_there_is_something(string name, string expected) =>
        Assert.Equal(expected, Thanks("Thanks{% if name %} {{ name }}{% endif %}.").In("en-GB", Amira with { Name = name }));

    [Theory]
    [InlineData("Thanks   {{- name -}}   !", "ThanksAmira!")]
    [InlineData("{{ name | upcase }}", "AMIRA")]
    [InlineData("{% comment %}{{ name }}{% endcomment %}Hi {{name}}", "Hi Amira")]
    [InlineData("{% raw %}{{ name }}{% endraw %} {{ name }}", "{{ name }} Amira")]
    [InlineData("{{ 'Hi' }} {{ name | default: 'you' }}", "Hi Amira")]
    [InlineData("{% unless name == 'Bob' %}{{ name }}{% else %}B{% endunless %}", "Amira")]
    [InlineData("{% case name %}{% when 'Amira' %}A{% else %}B{% endcase %}", "A")]
    public void The_rest_of_liquid_does_what_it_says(string template, string expected) => Assert.Equal(expected, Thanks(template).In("en-GB", Amira));

    [Fact]
    public void Many_threads_may_render_at_once()
    {
        MessageText text = Thanks("{% if name == 'N7' %}seven{% else %}{{ name | downcase }}{% endif %}");

        Parallel.For(0, 10_000, i => Assert.Equal(i % 10 == 7 ? "seven" : $"n{i % 10}", text.In("en-GB", Amira with { Name = $"N{i % 10}" })));
    }

    [Fact]
    public void A_hint_says_how_a_question_can_be_answered()
    {
        Study study = Sample.Load(Sample.Yaml).Value!;
        IReadOnlyList<Question> questions = study.Questionnaires["check"].Questions;

        Assert.Equal("1 to 4", study.Messages.HintFor(questions[0], "en-GB"));
        Assert.Equal("yes or no", study.Messages.HintFor(questions[2], "en-GB"));
        Assert.Equal("1 my money, 2 travel", study.Messages.HintFor(questions[3], "cy"));
    }

    [Fact]
    public void An_opening_stands_around_the_first_question()
    {
        Questionnaire questionnaire = Sample.Load(Sample.Yaml).Value!.Questionnaires["check"];

        Assert.Equal("Hi Amira How many?", questionnaire.Open("en-GB", Amira));
        Assert.Equal("How many?", (questionnaire with { Opening = null }).Open("en-GB", Amira));
    }

    private static MessageText Thanks(string template)
    {
        Loaded<Study> loaded = Sample.Load(Sample.Yaml.Replace("Thanks {{ name }}", template, StringComparison.Ordinal));
        Assert.Empty(loaded.Errors.Select(error => error.ToString()));
        return loaded.Value!.Messages.Thanks;
    }
}
