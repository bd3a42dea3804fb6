using CsvHelper;

namespace ConnectingPeople.Domain.Tests.Replies;

/// <summary>What a person wrote, and what a patient, careful reader makes of it.</summary>
/// <param name="Question">A key of <c>questions.json</c>.</param>
/// <param name="Reply">The message.</param>
/// <param name="Outcome">As programs outside name it, such as <c>ask-again</c>.</param>
/// <param name="Value">The answer; empty unless there is one.</param>
/// <param name="Risk">Whether a human must be told: yes or no.</param>
public sealed record LabelledReply(string Question, string Reply, string Outcome, string Value, string Risk)
{
    public override string ToString() => $"{Question}: \"{Reply}\"";
}

internal static class LabelledReplies
{
    /// <summary>Every row of a table of labelled replies.</summary>
    public static IEnumerable<LabelledReply> In(string file)
    {
        using CsvReader csv = CsvReader.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Replies", file)));
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return new LabelledReply(csv.GetString("question"), csv.GetString("reply"), csv.GetString("outcome"), csv.GetString("value"), csv.GetString("risk"));
        }
    }
}
