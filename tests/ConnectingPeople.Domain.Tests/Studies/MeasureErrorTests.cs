using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>How measures are written in a definition, and what can be wrong with them.</summary>
public sealed class MeasureErrorTests
{
    private const string NineMonth =
        """
          - { id: nine-month, questionnaire: later, due: P9M, opens: P8M, closes: P10M, ask: interview }
        questionnaires:
          later:
            version: 1
            opening: { en-GB: "{{ question }}", cy: "{{ question }}" }
            questions:
              - { id: goal, type: scale, min: 1, max: 4, text: { en-GB: "How?", cy: "Sut?" } }
              - { id: people, type: count, min: 0, max: 99, text: { en-GB: "How many?", cy: "Faint?" } }
              - { id: new, type: yes-no, text: { en-GB: "New?", cy: "Newydd?" } }
        """;

    [Fact]
    public void Measures_are_read()
    {
        IReadOnlyList<Measure> measures = Sample.Load(Sample.WithMeasures).Value!.Measures;

        Assert.Equal(["going", "average", "metric", "health", "spent", "years"], measures.Select(measure => measure.Id));
        Assert.Equal(new MeasureHead("going", "Going", Direction.HigherIsBetter, "ours", "us", 0), measures[0].Head);
        Assert.Equal(new MeasureHead("average", "Average", Direction.LowerIsBetter, "ours", "them", 2, 2), measures[1].Head);
        Assert.Equal(
            ["goal + (1 - new (yes 1, no 0))", "mean of goal", "going by a table: 1 = -1, 2 = 1.5, 3 = 2, 4 = 3, 5 = 9.25; going is goal + (1 - new (yes 1, no 0))",
            "1 - 0.081 if any item is at level 2 or above - 0.269 if any item is at level 4 or above - goal (2: 0.1, 3: 0.2, 4: 0.7)", "people times 41.50 (visit)"],
            measures.Take(5).Select(measure => measure.Formula));
        Assert.Equal(["points", "points", "metres", "value", "GBP at prices of 2024", "years in full health"], measures.Select(measure => measure.Unit));
        Assert.Same(measures[3], Assert.IsType<QalyMeasure>(measures[5]).Index);
    }

    [Fact]
    public void A_study_may_do_without_measures() =>
        Assert.Empty(Sample.Load(Sample.Yaml).Value!.Measures);

    [Theory]
    [InlineData("items: [goal, new]", "items: [gaol, new]", "0 measures[0].items[0]: neither baseline nor nine-month asks a question 'gaol'; did you mean 'goal'?")]
    [InlineData("items: [goal, new]", "items: [goal, barrier]", "0 measures[0].items[1]: 'barrier' is a question of type choice; name one of type scale or count or yes-no")]
    [InlineData("items: [goal, new]", "items: [goal, new, goal]", "0 measures[0].items: 'goal' is named twice; name each question once")]
    [InlineData("items: [goal, new]", "items: []", "0 measures[0].items: a list of items needs at least 1, and here are 0; add what is missing")]
    [InlineData("items: [goal, new], ", "", "0 measures[0].items: 'items' is missing; add it: the questions it is made from; yes counts 1 and no 0")]
    [InlineData("reversed: [new]", "reversed: [knew]", "0 measures[0].reversed[0]: 'knew' is none of the items; did you mean 'new'?")]
    [InlineData("items: [goal, new], reversed: [new]", "items: [goal, new, people], reversed: [people]", "0 measures[0].reversed[0]: 'people' is a count, whose reverse means nothing; reverse only scales and yes-no")]
    [InlineData("reversed: [new]", "prorateFrom: 0.5", "0 measures[0].items: items with different ranges can't stand in for each other; leave out prorateFrom, or the items with another range")]
    [InlineData("items: [goal], prorate", "items: [goal, new], prorate", "0 measures[1].items: a mean needs items with the same range; leave out those with another range, or make it a sum")]
    [InlineData("prorateFrom: 0.5", "prorateFrom: 0", "0 measures[1].prorateFrom: a score can't come from no answers; write a share above 0, such as 0.5")]
    [InlineData("prorateFrom: 0.5", "prorateFrom: 50", "0 measures[1].prorateFrom: '50' isn't a number from 0 to 1; write such a number, without quotes")]
    [InlineData("id: spent", "id: money-spent", "0 measures[4].id: 'money-spent' isn't a measure's id; use small letters, digits and '_', beginning with a letter, at most 20")]
    [InlineData("id: years", "id: abcdefghijklmnopqrstu", "0 measures[5].id: 'abcdefghijklmnopqrstu' isn't a measure's id; use small letters, digits and '_', beginning with a letter, at most 20")]
    [InlineData("id: average", "id: going", "0 measures[1].id: there is another measure 'going' in line 103; give each its own id")]
    [InlineData("type: sum", "type: sun", "0 measures[0].type: 'sun' isn't a type of measure; did you mean 'sum'?")]
    [InlineData("direction: neither", "direction: up", "0 measures[2].direction: 'up' isn't a direction; use one of higher-is-better, lower-is-better, neither")]
    [InlineData("source: them, ", "", "0 measures[1].source: 'source' is missing; add it: where its formula and figures come from")]
    [InlineData("unit: metres, ", "", "0 measures[2].unit: 'unit' is missing; add it: what a score counts, such as: points from 7 to 35")]
    [InlineData("digits: 4", "digits: 7", "0 measures[5].digits: '7' isn't a whole number from 0 to 6; write such a number, without quotes")]
    [InlineData("fromVersion: 2", "fromVersion: 0", "0 measures[1].fromVersion: '0' isn't a whole number from 1 to 10000; write such a number, without quotes")]
    [InlineData("of: going", "of: gone", "0 measures[2].of: there is no earlier measure 'gone'; use 'going'")]
    [InlineData("of: going", "of: average", "0 measures[2].of: 'average' isn't a sum; use 'going'")]
    [InlineData("of: going", "of: health", "0 measures[2].of: there is no earlier measure 'health'; use 'going'")]
    [InlineData("of: health", "of: going", "0 measures[5].of: 'going' isn't an index; use 'health'")]
    [InlineData("3: 2, 4: 3,", "4: 3,", "0 measures[2].table: a raw score of 3 has no row; give every one from 1 to 5 a row")]
    [InlineData("5: 9.25 }", "5: 9.25, 6: 10 }", "0 measures[2].table: a raw score of 6 never comes up; keep only rows from 1 to 5")]
    [InlineData("5: 9.25 }", "5: 9.25, 05: 10 }", "0 measures[2].table.05: there is another row for 5; keep one of them")]
    [InlineData("5: 9.25 }", "five: 9.25, 5: 10 }", "0 measures[2].table.five: 'five' isn't a whole number; write one before the colon")]
    [InlineData("5: 9.25 }", "5: plenty }", "0 measures[2].table.5: 'plenty' isn't a number from -1000000 to 1000000; write such a number, without quotes")]
    [InlineData("3: 0.2, 4: 0.7", "3: 0.2", "0 measures[3].dimensions[0].levels: a level of 4 has no row; give every one from 2 to 4 a row")]
    [InlineData("{ 2: 0.1, 3", "{ 1: 0.1, 2: 0.1, 3", "0 measures[3].dimensions[0].levels: a level of 1 never comes up; keep only rows from 2 to 4")]
    [InlineData("4: 0.7", "4: -0.7", "0 measures[3].dimensions[0].levels.4: '-0.7' isn't a number from 0 to 10; write such a number, without quotes")]
    [InlineData("item: goal, levels", "item: people, levels", "0 measures[3].dimensions[0].item: 'people' is a question of type count; name one of type scale")]
    [InlineData("4: 0.269", "5: 0.269", "0 measures[3].anyAtLeast: no dimension tells level 5 from others; write levels from 2 to 4")]
    [InlineData("item: people, per", "item: goal, per", "0 measures[4].unitCosts[0].item: 'goal' is a question of type scale; name one of type count or yes-no")]
    [InlineData("item: people, per", "item: peeple, per", "0 measures[4].unitCosts[0].item: neither baseline nor nine-month asks a question 'peeple'; did you mean 'people'?")]
    [InlineData("cost: 41.50", "cost: ~", "0 measures[4].unitCosts[0].cost: 'cost' has no value; give it one: what a unit costs")]
    [InlineData("currency: GBP", "currency: pounds", "0 measures[4].currency: 'pounds' isn't a currency; write its ISO 4217 code, such as GBP")]
    [InlineData("priceYear: 2024, ", "", "0 measures[4].priceYear: 'priceYear' is missing; add it: the year whose prices the unit costs are")]
    [InlineData("priceYear: 2024, ", "priceYear: 2024, items: [people], ", "0 measures[4].items: 'items' is no key of a measure of type cost; use one of id, type, label, direction, instrument, source, digits, fromVersion, currency, priceYear, unitCosts")]
    public void An_error_names_line_path_and_cure(string sound, string broken, string error) => Assert.Equal([error], Sample.ErrorsAfter(sound, broken, Sample.WithMeasures));

    [Fact]
    public void Measures_need_a_wave_to_be_made_from() => Assert.Equal(
        ["+90 measures: there is no wave 'baseline' and none 'nine-month', whose answers measures are made from; give a wave one of these ids, or leave the measures out"],
        Sample.ErrorsAfter("id: baseline", "id: first", Sample.WithMeasures));

    [Fact]
    public void A_measure_waits_for_sound_questions() => Assert.Equal(
        ["0 questionnaires.check.questions[1].min: min 100 isn't below max 99; swap or widen them"],
        Sample.ErrorsAfter("min: 0\n        max: 99", "min: 100\n        max: 99", Sample.WithMeasures));

    [Fact]
    public void What_builds_on_a_broken_measure_is_not_reported_again() => Assert.Equal(
        ["0 measures[0].items[0]: neither baseline nor nine-month asks a question 'gaol'; did you mean 'goal'?"],
        Sample.ErrorsAfter("items: [goal, new]", "items: [gaol, new]", Sample.WithMeasures));

    [Fact]
    public void A_lookup_needs_whole_sums() => Assert.Equal(
        ["+2 measures[2].of: 'going' is prorated, so its scores needn't be whole; leave prorateFrom out of 'going'", "+2 measures[2].table: a raw score of 6, 7, 8 has no row; give every one from 2 to 8 a row", "+2 measures[2].table: a raw score of 1 never comes up; keep only rows from 2 to 8"],
        Load("items: [goal, new], reversed: [new]", "items: [goal, goal-too], prorateFrom: 0.5"));

    [Fact]
    public void Both_waves_may_ask_what_a_measure_is_made_from() => Assert.Empty(WithNineMonth("", ""));

    [Fact]
    public void A_wave_asks_all_items_of_a_measure_or_none() => Assert.Equal(
        ["measures[0].items: nine-month asks 'goal' but not 'new'; let a wave ask all items of a measure, or none"],
        WithNineMonth("      - { id: new, type: yes-no, text: { en-GB: \"New?\", cy: \"Newydd?\" } }", ""));

    [Fact]
    public void An_item_is_asked_alike_in_both_waves()
    {
        IReadOnlyList<string> errors = WithNineMonth("id: goal, type: scale, min: 1, max: 4", "id: goal, type: scale, min: 1, max: 5");

        Assert.Equal(
            ["measures[0].items[0]", "measures[1].items[0]", "measures[3].dimensions[0].item"],
            errors.Select(error => error.Split(':')[0]));
        Assert.All(errors, error => Assert.EndsWith(
            ": 'goal' is a scale from 1 to 4 at baseline and a scale from 1 to 5 at nine-month; ask it alike, or give one of them another id", error, StringComparison.Ordinal));
    }

    /// <summary>What is wrong with the sample once it has a second goal question, and something is replaced.</summary>
    private static IEnumerable<string> Load(string sound, string broken)
    {
        const string People = "      - id: people";
        string yaml = Sample.WithMeasures.Replace(
            People, "      - { id: goal-too, type: scale, min: 1, max: 4, text: { en-GB: How?, cy: Sut? } }\n" + People, StringComparison.Ordinal);
        int line = yaml[..yaml.IndexOf(sound, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        return Sample.Load(yaml.Replace(sound, broken, StringComparison.Ordinal)).Errors.Select(error => $"{error.Line - line:+0;-0;0} {error.Path}: {error.Wrong}; {error.Cure}");
    }

    private static List<string> WithNineMonth(string sound, string broken)
    {
        string wave = sound.Length == 0 ? NineMonth : NineMonth.Replace(sound, broken, StringComparison.Ordinal);
        string yaml = Sample.WithMeasures.Replace("questionnaires:", wave, StringComparison.Ordinal);
        return [.. Sample.Load(yaml).Errors.Select(error => $"{error.Path}: {error.Wrong}; {error.Cure}")];
    }
}
