using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;

namespace ConnectingPeople.Functions.Participants;

/// <summary>How pages say what became of messages and what was understood.</summary>
public static class TimelineWords
{
    /// <summary>Where a message from us stands.</summary>
    public static string OfDelivery(string? status) => status switch
    {
        "delivered" => "Delivered",
        "sent" or "accepted" => "On its way",
        "waiting" => "Will be tried again",
        "undelivered" => "Couldn't be delivered",
        "not-sent" => "Not sent",
        _ => "Being sent",
    };

    /// <summary>What a message was taken for, unless its answers say it.</summary>
    public static string? OfOutcome(string? outcome) => outcome switch
    {
        "ask-again" => "Not understood, so we asked again",
        "skip" => "Would rather not say",
        "opt-out" => "Asked us to stop",
        "opt-in" => "Asked to hear from us again",
        "help" => "Asked what this is",
        "pause" => "Asked for a break",
        "call-me" => "Asked for a call",
        FormAnswering.NoAnswer => "Written into a check-in's form, where it is no answer",
        _ => null,
    };

    /// <summary>An answer with its question's name.</summary>
    public static string Of(Answer answer) =>
        $"{OfQuestion(answer.Question)}: {answer.Label ?? answer.Value}{(answer.Label is not null && int.TryParse(answer.Value, out _) ? $" ({answer.Value})" : "")}";

    /// <summary>Why an answer is kept and doesn't count.</summary>
    public static string WhyNotCounted(Answer answer, CheckIn checkIn) => checkIn.Answers.Any(holds => holds.Question == answer.Question)
        ? ". The interview says otherwise, and holds"
        : ". Not counted, because another answer makes the question pointless";

    public static string Of(AnswerSource source) => source switch
    {
        AnswerSource.Interview => "an interview",
        AnswerSource.EmailForm => "a web form",
        _ => "text messages",
    };

    /// <summary>A question's id as words: <c>new-person</c> is New person.</summary>
    public static string OfQuestion(string id) => id.Length == 0 ? id : char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');
}
