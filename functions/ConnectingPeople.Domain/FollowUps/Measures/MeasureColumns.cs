using System.Globalization;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps.Measures;

using Number = NumberColumn<FollowUpRow>;

/// <summary>The columns of one measure: at baseline, at nine months, and the change between them.</summary>
internal static class MeasureColumns
{
    public static IEnumerable<Number> Of(Measure measure, Func<FollowUpRow, Score> score, Study study)
    {
        bool isBetween = measure.IsBetweenWaves;
        string elsewhere = $"always: it belongs to the time between the waves and stands in {measure.Id}_nine_month";
        string missing = isBetween ? measure.MissingWhen : $"the wave wasn't answered, or {measure.MissingWhen}";
        Number[] columns =
        [
            new($"{measure.Id}_baseline", $"{measure.Label}, at baseline", row => score(row).Baseline)
            {
                Missing = isBetween ? elsewhere : missing, Values = Range(measure.Range),
            },
            new($"{measure.Id}_nine_month", $"{measure.Label}, {(isBetween ? "from baseline to nine months" : "at nine months")}", row => score(row).NineMonth)
            {
                Missing = missing, Values = Range(measure.Range),
            },
            new($"{measure.Id}_change", $"{measure.Label}, change", row => score(row).Change)
            {
                Missing = isBetween ? elsewhere : $"{measure.Id}_baseline or {measure.Id}_nine_month is missing",
                Values = measure.Range is { } range ? Range((range.Least - range.Most, range.Most - range.Least)) : null,
                Derivation = isBetween ? null : $"{measure.Id}_nine_month - {measure.Id}_baseline",
            },
        ];
        return columns.Select(column => Describe(column, measure, study));
    }

    private static Number Describe(Number column, Measure measure, Study study) => column with
    {
        Unit = measure.Unit,
        Instrument = measure.Head.Instrument,
        QuestionText = string.Join(" | ", measure.Items.Select(item => $"{item.Question.Id}: {QuestionsInWords.TextOf(item.Question, study)}")),
        Derivation = $"{column.Derivation ?? Derivation(measure)}; {Direction(measure.Direction)}",
    };

    private static string Derivation(Measure measure)
    {
        string versions = measure.Head.FromVersion == 1
            ? "answers to any version of the questionnaire count, as far as they fit the question's present range"
            : string.Create(CultureInfo.InvariantCulture, $"only answers to version {measure.Head.FromVersion} or later of the questionnaire count");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{measure.Formula}; rounded to {measure.Head.Digits} digits behind the point, half away from zero; {versions}; source: {measure.Head.Source}");
    }

    private static string Direction(Direction direction) => direction switch
    {
        Measures.Direction.HigherIsBetter => "higher is better",
        Measures.Direction.LowerIsBetter => "lower is better",
        _ => "neither higher nor lower is better as such",
    };

    private static string? Range((decimal Least, decimal Most)? range) => range is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known.Least:0.######} to {known.Most:0.######}")
        : null;
}
