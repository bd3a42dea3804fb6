using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>How long personal data is kept, as a definition writes it, and what can be wrong with it.</summary>
public sealed class RetentionErrorTests
{
    private const string Exports = "exports: { keep: 30 }";

    private const string Sound = "retention: { mode: delete, unknownNumbers: P30D, words: P2Y, identity: P1Y, records: P10Y }";

    [Fact]
    public void The_periods_are_read()
    {
        RetentionDefinition? retention = Sample.Load($"{Sample.Yaml}\n{Sound}").Value!.Retention;

        Assert.Equal(
            new RetentionDefinition(RetentionMode.Delete, Period.FromDays(30), Period.FromYears(2), Period.FromYears(1), Period.FromYears(10)), retention);
    }

    [Fact]
    public void A_definition_that_says_nothing_of_it_is_sound_and_deletes_nothing() => Assert.Null(Sample.Load(Sample.Yaml).Value!.Retention);

    [Theory]
    [InlineData("mode: delete", "mode: erase", "0 retention.mode: 'erase' isn't report or delete; use one of report, delete")]
    [InlineData("words: P2Y, ", "", "0 retention.words: 'words' is missing; add it: how long messages, answers and notes in people's own words are kept, such as P2Y")]
    [InlineData("words: P2Y", "words: P0D", "0 retention.words: nothing could be kept for no time at all; write at least P1D")]
    [InlineData("words: P2Y", "words: PT12H", "0 retention.words: 'PT12H' isn't an ISO 8601 duration of whole days; write years, months, weeks or days, such as 'P9M' or 'P8M14D'")]
    [InlineData("identity: P1Y", "identity: P11Y", "0 retention.records: the record would go before the identity of the person it is about; make it at least as long as identity")]
    [InlineData("records: P10Y", "records: P10Y, names: P1D", "0 retention.names: 'names' is no key of the retention; use one of mode, unknownNumbers, words, identity, records")]
    public void An_error_names_line_path_and_cure(string sound, string broken, string error) =>
        Assert.Equal([error], Sample.ErrorsAfter(Exports, $"{Sound.Replace(sound, broken, StringComparison.Ordinal)}\n{Exports}"));
}
