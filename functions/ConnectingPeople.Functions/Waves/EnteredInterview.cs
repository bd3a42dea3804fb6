using System.Security.Cryptography;
using System.Text;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Forms;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Waves;

/// <summary>
/// What an interviewer sent. Each question says along what its fields showed before: only what was changed is taken, so that two people
/// who enter answers at once don't undo each other's.
/// </summary>
/// <param name="Given">What was changed and can be taken; null for what the person would rather not say.</param>
/// <param name="Wrong">What can't, by field, as it was written.</param>
/// <param name="Faults">What is wrong with it, in the order of the questions.</param>
public sealed record EnteredInterview(
    IReadOnlyDictionary<string, InterviewValue?> Given, IReadOnlyDictionary<string, EnteredField> Wrong, IReadOnlyList<FieldFault> Faults)
{
    /// <summary>The value of the choice "would rather not say"; no answer can be called so.</summary>
    public const string RatherNot = "~rather-not";

    public static EnteredInterview Nothing { get; } = new(new Dictionary<string, InterviewValue?>(), new Dictionary<string, EnteredField>(), []);

    /// <summary>The name of the hidden field that says what a question's fields showed.</summary>
    public static string ShownField(SheetQuestion question) => $"was-{question.Question.Id}";

    /// <summary>The name of the box to tick for what the person would rather not say, where there is no choice to put it among.</summary>
    public static string RatherNotField(SheetQuestion question) => $"not-{question.Question.Id}";

    /// <summary>What the fields of a question show, in few characters: words would be sent twice.</summary>
    public static string Shown(SheetQuestion question) => question switch
    {
        { Holds: null } => "",
        { Holds.Outcome: AnswerOutcome.Refused } => RatherNot,
        { HidesWords: true } => "",
        { Holds.Value: { } value } => Mark(question.Question, value),
        _ => "",
    };

    /// <summary>Reads a form that was sent.</summary>
    public static EnteredInterview Read(IFormCollection form, InterviewSheet sheet)
    {
        Dictionary<string, InterviewValue?> given = [];
        Dictionary<string, EnteredField> wrong = [];
        List<FieldFault> faults = [];
        foreach (SheetQuestion question in sheet.Questions.Where(question => form.ContainsKey(ShownField(question))))
        {
            EnteredField entered = EnteredField.From(form, question);
            string shown = form[ShownField(question)].ToString();
            Result<InterviewValue> read = entered.IsRefused || entered.Values.Count == 0 ? default : InterviewAnswer.Read(question.Question, entered.Values);
            if (Fault(question, entered, read, shown) is { } fault)
            {
                wrong[question.Field] = entered;
                faults.Add(new FieldFault(question.Field, fault));
            }
            else if ((entered.IsRefused ? RatherNot : read.Value is { } value ? Mark(question.Question, value.Value) : "") != shown)
            {
                given[question.Question.Id] = read.Value;
            }
        }

        return new EnteredInterview(given, wrong, faults);
    }

    private static string? Fault(SheetQuestion question, EnteredField entered, Result<InterviewValue> read, string shown) => entered switch
    {
        { IsRefused: true, Values.Count: > 0 } => $"{Number(question)} Either write the answer or tick \"Would rather not say\", not both",
        { IsRefused: false, Values.Count: 0 } when shown.Length > 0 =>
            $"{Number(question)} This was answered before. Enter the answer, or \"Would rather not say\"",
        _ when read.Error is not null => $"{Number(question)} {FormWords.Plain.ErrorOf(question.Question, entered.Values)}",
        _ => null,
    };

    private static string Number(SheetQuestion question) => $"Question {question.Place}:";

    private static string Mark(Question question, string value) => question is TextQuestion
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..16]
        : value;
}

/// <summary>What stands in the fields of one question.</summary>
/// <param name="Answer">As the form's field shows it.</param>
/// <param name="Values">As the question's type reads it; none where nothing was written.</param>
/// <param name="IsRefused">Whether they would rather not say.</param>
public sealed record EnteredField(EnteredAnswer Answer, IReadOnlyList<string> Values, bool IsRefused)
{
    /// <summary>What is stored.</summary>
    public static EnteredField Of(SheetQuestion question) =>
        new(EnteredAnswer.Of(question.HidesWords ? null : question.Holds), [], question.Holds?.Outcome == AnswerOutcome.Refused);

    /// <summary>What was posted.</summary>
    public static EnteredField From(IFormCollection form, SheetQuestion question)
    {
        EnteredAnswer answer = EnteredAnswer.From(form, question.Field);
        bool isRefused = answer.Values.Contains(EnteredInterview.RatherNot) || form.ContainsKey(EnteredInterview.RatherNotField(question));
        answer = answer with { Values = [.. answer.Values.Where(value => value != EnteredInterview.RatherNot)] };
        List<string> written = [.. answer.For(question.Question).Select(value => value.ReplaceLineEndings("\n").Trim()).Where(value => value.Length > 0)];
        return new EnteredField(answer, written, isRefused);
    }
}
