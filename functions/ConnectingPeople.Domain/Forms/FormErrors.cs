using System.Globalization;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Forms;

/// <summary>What a person reads beside a field that can't be taken as it is: short words, what to do first.</summary>
internal static class FormErrors
{
    public const string Missing = "Please answer this question, or choose to leave it out.";

    public static string Of(Question question, IReadOnlyList<string> entered) => question switch
    {
        CountQuestion count => string.Create(CultureInfo.InvariantCulture, $"Write one number from {count.Min} to {count.Max}, such as {Math.Max(count.Min, 3)}."),
        DateQuestion => "Write a real day, such as 5 3 2026.",
        ChoicesQuestion => "Choose one or more answers.",
        TextQuestion => string.Create(
            CultureInfo.InvariantCulture, $"Write a little less: up to {InterviewAnswer.MaxText} characters. Now it is {entered.Sum(text => text.Length)}."),
        _ => "Choose one answer.",
    };
}
