using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Participants;

/// <summary>One participant with all that is stored about them, as the API shows it.</summary>
public sealed record ParticipantDetail(
    ParticipantSummary Participant,
    IReadOnlyList<GoalRow> Goals,
    IReadOnlyList<CheckInItem> CheckIns,
    IReadOnlyList<AlertItem> Alerts,
    IReadOnlyList<MessageItem> Timeline)
{
    public static ParticipantDetail Of(WholeParticipant whole) => new(
        ParticipantSummary.Of(whole.Person, whole.Contact?.Name),
        whole.Goals,
        [.. whole.CheckIns.Select(CheckInItem.Of)],
        whole.Alerts,
        [.. whole.Messages.Select(MessageItem.Of)]);
}

/// <summary>A check-in.</summary>
public sealed record CheckInItem(
    string Id,
    string Questionnaire,
    [property: Description("The wave it measures; null for an ordinary check-in.")] string? Wave,
    [property: WordOf(typeof(CheckInStatus))] string Status,
    Instant DueAt,
    Instant? SentAt,
    Instant? CompletedAt,
    Instant? ClosedAt,
    int Reminders,
    IReadOnlyList<AnswerItem> Answers,
    [property: Description("What was answered too and doesn't hold, because an interview says otherwise.")] IReadOnlyList<AnswerItem> Overridden)
{
    public static CheckInItem Of(CheckIn checkIn) => new(
        checkIn.Id,
        checkIn.Questionnaire,
        checkIn.Wave,
        Words.Of(checkIn.Status),
        checkIn.DueAt,
        checkIn.SentAt,
        checkIn.CompletedAt,
        checkIn.ClosedAt,
        checkIn.Reminders,
        [.. checkIn.Answers.Select(AnswerItem.Of)],
        [.. checkIn.Overridden.Select(AnswerItem.Of)]);
}

/// <summary>What was understood of an answer, beside what was written.</summary>
public sealed record AnswerItem(
    string Question,
    [property: WordOf(typeof(AnswerOutcome))] string Outcome,
    [property: Description("As datasets hold it; null unless it was answered.")] string? Value,
    string? Label,
    [property: Description("In the person's own words.")] string? Raw,
    Instant At,
    [property: WordOf(typeof(AnswerSource))] string Source)
{
    public static AnswerItem Of(Answer answer) => new(
        answer.Question, Words.Of(answer.Outcome), answer.Value, answer.Label, answer.Raw, answer.At, Words.Of(answer.Source));
}

/// <summary>A message to or from the person, without their name.</summary>
public sealed record MessageItem(
    DateTimeOffset? At,
    [property: AllowedValues("in", "out")] string? Direction,
    [property: AllowedValues("sms", "email")] string Way,
    string Text,
    [property: Description("Our direct answer to it.")] string? Reply,
    [property: Description("What one from the person was taken for.")] string? Outcome,
    bool? Risk,
    [property: WordOf(typeof(DeliveryStatus)), Description("Where one to the person stands.")] string? Status)
{
    public static MessageItem Of(MessageRow message) => new(
        message.At,
        message.Direction,
        message.Subject is null ? "sms" : "email",
        FirstName.Hide(message.Text),
        message.Reply is { } reply ? FirstName.Hide(reply) : null,
        message.Outcome,
        message.Risk,
        message.Status);
}
