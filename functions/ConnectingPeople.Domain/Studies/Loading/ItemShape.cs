using System.Globalization;
using System.Text.Json.Nodes;
using ConnectingPeople.Domain.FollowUps.Measures;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>The id of a question of baseline or nine months, read as the question itself.</summary>
/// <param name="types">The types of question that will do.</param>
internal sealed class ItemShape(params string[] types) : IShape<Question>
{
    public Question? Read(Node node, Reading reading)
    {
        int before = reading.Errors;
        string? id = Scalars.Id.Read(node, reading);
        if (id is null || reading.Errors > before || reading.FollowUps is not { Count: > 0 } waves)
        {
            return null;
        }

        List<(string Wave, Question Question)> asked =
            [.. from wave in waves let question = wave.Asks.Find(id) where question is not null select (wave.Wave, question)];
        if (asked.Count == 0)
        {
            IEnumerable<string> fitting = waves.SelectMany(wave => wave.Asks.Questions).Where(Fits).Select(question => question.Id).Distinct();
            reading.Refuse(node, $"neither baseline nor nine-month asks a question {Words.Quote(id)}", Words.Suggest(id, fitting));
            return null;
        }

        if (asked.Select(one => one.Question).FirstOrDefault(question => !Fits(question)) is { } other)
        {
            reading.Refuse(node, $"'{id}' is a question of type {other.Type}", $"name one of type {string.Join(" or ", types)}");
            return null;
        }

        if (asked.FirstOrDefault(one => !IsAlike(one.Question, asked[0].Question)) is { Question: not null } otherwise)
        {
            reading.Refuse(
                node, $"'{id}' is {InWords(asked[0].Question)} at {asked[0].Wave} and {InWords(otherwise.Question)} at {otherwise.Wave}",
                "ask it alike, or give one of them another id");
            return null;
        }

        return asked[0].Question;
    }

    public JsonObject Schema() => Scalars.Id.Schema();

    private static bool IsAlike(Question one, Question other) => one.Type == other.Type && Item.RangeOf(one) == Item.RangeOf(other);

    private static string InWords(Question question) => Item.RangeOf(question) is { } range
        ? string.Create(CultureInfo.InvariantCulture, $"a {question.Type} from {range.Least} to {range.Most}")
        : question.Type;

    private bool Fits(Question question) => types.Contains(question.Type);
}
