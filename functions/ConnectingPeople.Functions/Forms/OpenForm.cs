using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Forms;

/// <summary>A form that takes answers, as its pages need it.</summary>
/// <param name="Token">Of the link that led here.</param>
/// <param name="Stored">Whose it is.</param>
/// <param name="State">Its questions, and what was answered.</param>
/// <param name="Words">In the person's language.</param>
public sealed record OpenForm(string Token, Stored Stored, FormState State, FormWords Words)
{
    public Participant Person => Stored.Person;

    public CheckIn CheckIn => State.CheckIn;

    /// <summary>Where the form goes on: at the next question, or with the answers to check.</summary>
    public string Address => FormRoutes.Of(Token);

    /// <summary>Where the person would answer next.</summary>
    public string NextAddress => State.Next is { } next ? QuestionAddress(next.Question.Id) : PageAddress(FormRoutes.Check);

    /// <summary>The address of a question.</summary>
    /// <param name="id">Which.</param>
    /// <param name="fromCheck">Whether one comes there to put an answer right, and goes back to check.</param>
    public string QuestionAddress(string id, bool fromCheck = false) =>
        $"{Address}?question={Uri.EscapeDataString(id)}{(fromCheck ? $"&from={FormRoutes.Check}" : "")}";

    public string PageAddress(string page) => $"{Address}?page={page}";

    /// <summary>Where one goes back to from a question.</summary>
    public string BackFrom(FormQuestion question, bool fromCheck) => (fromCheck, State.PlaceOf(question.Question.Id)) switch
    {
        (true, _) => PageAddress(FormRoutes.Check),
        (_, <= 1) => PageAddress(FormRoutes.Start),
        (_, int place) => QuestionAddress(State.Questions[place - 2].Question.Id),
    };
}

/// <summary>The addresses of the form's pages.</summary>
public static class FormRoutes
{
    public const string Start = "start";
    public const string Check = "check";
    public const string Support = "support";

    public static string Of(string token) => $"/check-in/{token}";
}
