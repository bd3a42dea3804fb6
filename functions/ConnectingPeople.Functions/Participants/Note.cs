using System.Globalization;
using Azure.Data.Tables;
using ConnectingPeople.Domain;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Something that staff wrote down about a person, for those who work with them. No dataset holds it.</summary>
/// <param name="At">When.</param>
/// <param name="By">The email of who wrote it.</param>
/// <param name="Text">1 to 1,000 characters, in lines.</param>
public sealed record Note(Instant At, string By, string Text)
{
    /// <summary>Begins the row key of every note.</summary>
    public const string Prefix = "note|";

    /// <summary>The longest note, in characters.</summary>
    public const int MaxLength = 1000;

    /// <summary>Checks what somebody wrote as a note.</summary>
    /// <returns>The words without spaces around, or why they can't be taken.</returns>
    public static Result<string> Check(string? written)
    {
        string text = written?.ReplaceLineEndings("\n").Trim() ?? "";
        return text.Length switch
        {
            0 => Result<string>.Failure("is missing."),
            > MaxLength => Result<string>.Failure($"is {text.Length} characters long. Keep to {MaxLength}."),
            _ when text.Any(c => (char.IsControl(c) && c is not ('\n' or '\t')) || char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse) =>
                Result<string>.Failure("holds a control character. Type it again without."),
            _ => text,
        };
    }

    public static Note Of(TableEntity row) =>
        new(Instant.FromDateTimeOffset(row.GetDateTimeOffset("At")!.Value), row.GetString("By"), row.GetString("Text"));
}
